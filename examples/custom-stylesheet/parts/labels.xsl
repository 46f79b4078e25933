<?xml version="1.0" encoding="UTF-8"?>
<!-- Words of our own, in the language of the issue. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:i="urn:gazette:issue:1">
  <xsl:template name="by">
    <xsl:choose>
      <xsl:when test="starts-with(/i:issue/@language, 'zh')"><xsl:value-of select="concat('（', i:attribution, '）')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(', by ', i:attribution)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
