<?xml version="1.0" encoding="UTF-8"?>
<!-- A card for the notice board of an intranet: which articles an issue has, by whom, and whom it went to. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:i="urn:gazette:issue:1"
  xmlns:p="urn:gazette:print:1" xmlns:gazette="urn:gazette:stylesheet:1" exclude-result-prefixes="i p gazette"
  gazette:extension="board.html">

  <xsl:import href="parts/labels.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <!-- The address of the issue's page. -->
  <xsl:param name="page" select="'issue.html'"/>

  <xsl:template match="/i:issue">
    <xsl:if test="not(i:masthead/i:number)"><xsl:message>the card has no number, as the issue has none</xsl:message></xsl:if>
    <section class="card" lang="{@language}">
      <xsl:text>&#10;</xsl:text>
      <h2>
        <xsl:value-of select="i:masthead/i:name"/>
        <!-- As it is printed, without the blanks that OCR left in it. -->
        <small><xsl:value-of select="i:masthead/p:row/p:cell[@field='number']"/></small>
      </h2>
      <xsl:text>&#10;</xsl:text>
      <ul>
        <xsl:apply-templates select="i:section/i:article[string(i:title)]"/>
        <xsl:text>&#10;</xsl:text>
      </ul>
      <xsl:for-each select="i:imprint/i:distribution">
        <xsl:text>&#10;</xsl:text>
        <p><b><xsl:value-of select="i:label"/></b><xsl:text> </xsl:text><xsl:value-of select="count(i:recipient)"/></p>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="i:article">
    <xsl:text>&#10;</xsl:text>
    <li>
      <a href="{$page}#{@p:id}"><xsl:value-of select="i:title"/></a>
      <xsl:if test="i:attribution"><xsl:call-template name="by"/></xsl:if>
    </li>
  </xsl:template>
</xsl:stylesheet>
