<?xml version="1.0" encoding="UTF-8"?>
<!--
  The format `rss`: a feed (RSS 2.0) with an item for each article, its whole text in it.

  Parameters
    link   the address of the issue's web page (the format `html`), to which the items lead. Needed: a feed without
           an address leads nowhere.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:i="urn:gazette:issue:1"
  xmlns:p="urn:gazette:print:1" xmlns:gazette="urn:gazette:stylesheet:1" xmlns:dc="http://purl.org/dc/elements/1.1/"
  exclude-result-prefixes="i p gazette" gazette:extension="rss">

  <xsl:output method="xml" encoding="UTF-8" indent="yes" media-type="application/rss+xml"/>
  <xsl:strip-space elements="i:issue i:masthead i:printedContents i:entry i:editorsNote i:section i:article i:body
    i:signature i:note i:list i:item i:table i:row i:cell i:figure i:quote i:imprint i:distribution i:people
    i:arrangement p:row p:contents"/>

  <xsl:param name="link"/>

  <xsl:template match="/i:issue">
    <xsl:if test="not(starts-with($link, 'http://') or starts-with($link, 'https://')) or contains($link, ' ')">
      <xsl:message terminate="yes">a feed needs the address of its page: --param link=https://…</xsl:message>
    </xsl:if>
    <xsl:variable name="date">
      <xsl:call-template name="date"/>
    </xsl:variable>
    <rss version="2.0">
      <channel>
        <title>
          <xsl:value-of select="i:masthead/i:name"/>
          <xsl:if test="not(string(i:masthead/i:name))"><xsl:value-of select="i:masthead/i:series"/></xsl:if>
        </title>
        <link><xsl:value-of select="$link"/></link>
        <description>
          <xsl:for-each select="i:masthead/p:row/p:cell[@field != 'name'][string(.)]">
            <xsl:if test="position() &gt; 1"><xsl:text> · </xsl:text></xsl:if>
            <xsl:value-of select="concat(@label, .)"/>
          </xsl:for-each>
        </description>
        <language>
          <xsl:choose>
            <xsl:when test="@language = 'zh-Hans' or @language = ''">zh-cn</xsl:when>
            <xsl:when test="@language = 'zh-Hant'">zh-tw</xsl:when>
            <xsl:otherwise><xsl:value-of select="@language"/></xsl:otherwise>
          </xsl:choose>
        </language>
        <xsl:if test="string($date)"><pubDate><xsl:value-of select="$date"/></pubDate></xsl:if>
        <docs>https://www.rssboard.org/rss-specification</docs>
        <xsl:for-each select="i:section/i:article">
          <item>
            <xsl:if test="string(i:title)"><title><xsl:value-of select="i:title"/></title></xsl:if>
            <link><xsl:value-of select="concat($link, '#', @p:id)"/></link>
            <guid><xsl:value-of select="concat($link, '#', @p:id)"/></guid>
            <xsl:if test="../i:name"><category><xsl:value-of select="../i:name"/></category></xsl:if>
            <xsl:for-each select="i:byline | i:attribution"><dc:creator><xsl:value-of select="."/></dc:creator></xsl:for-each>
            <xsl:if test="string($date)"><pubDate><xsl:value-of select="$date"/></pubDate></xsl:if>
            <description>
              <xsl:for-each select="i:kicker"><xsl:call-template name="tagged"/></xsl:for-each>
              <xsl:if test="@p:subtitle">
                <xsl:text>&lt;p&gt;</xsl:text>
                <xsl:call-template name="html"><xsl:with-param name="text" select="string(@p:subtitle)"/></xsl:call-template>
                <xsl:text>&lt;/p&gt;</xsl:text>
              </xsl:if>
              <xsl:apply-templates select="i:editorsNote[not(@place)]/i:body/*"/>
              <xsl:apply-templates select="i:body/*"/>
              <xsl:apply-templates select="i:editorsNote[@place]/i:body/*"/>
              <xsl:if test="i:note">
                <xsl:text>&lt;ol&gt;</xsl:text>
                <xsl:for-each select="i:note">
                  <xsl:value-of select="concat('&lt;li value=&quot;', @p:number, '&quot;&gt;')"/>
                  <xsl:apply-templates select="i:body/*"/>
                  <xsl:text>&lt;/li&gt;</xsl:text>
                </xsl:for-each>
                <xsl:text>&lt;/ol&gt;</xsl:text>
              </xsl:if>
            </description>
          </item>
        </xsl:for-each>
      </channel>
    </rss>
  </xsl:template>

  <!-- The date of the issue by RFC 822, at midnight; nothing for one without a day. The day of the week is left out: it
       may be, and would be wrong for a date that the calendar does not have. -->
  <xsl:template name="date">
    <xsl:for-each select="i:masthead/i:date[@year &gt; 999 and @year &lt; 10000 and @month &gt; 0 and @month &lt; 13 and @day &gt; 0 and @day &lt; 32]">
      <xsl:value-of select="concat(format-number(@day, '00'), ' ',
        substring('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * @month - 2, 3), ' ', @year, ' 00:00:00 +0000')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- ======================= HTML within the feed, as text ======================= -->

  <xsl:template name="tagged">
    <xsl:param name="tag" select="'p'"/>
    <xsl:value-of select="concat('&lt;', $tag, '&gt;')"/>
    <xsl:apply-templates/>
    <xsl:value-of select="concat('&lt;/', $tag, '&gt;')"/>
  </xsl:template>
  <xsl:template match="i:paragraph"><xsl:call-template name="tagged"/></xsl:template>
  <xsl:template match="i:subheading"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'h4'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:quote"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'blockquote'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:preformatted"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'pre'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:list"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'ul'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:list[@start]">
    <xsl:value-of select="concat('&lt;ol start=&quot;', @start, '&quot;&gt;')"/>
    <xsl:apply-templates/>
    <xsl:text>&lt;/ol&gt;</xsl:text>
  </xsl:template>
  <xsl:template match="i:item"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'li'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:table"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'table'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:table/i:caption"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'caption'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:row"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'tr'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:cell">
    <xsl:text>&lt;td</xsl:text>
    <xsl:if test="@columnSpan"><xsl:value-of select="concat(' colspan=&quot;', @columnSpan, '&quot;')"/></xsl:if>
    <xsl:if test="@rowSpan"><xsl:value-of select="concat(' rowspan=&quot;', @rowSpan, '&quot;')"/></xsl:if>
    <xsl:text>&gt;</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>&lt;/td&gt;</xsl:text>
  </xsl:template>
  <xsl:template match="i:rule">&lt;hr&gt;</xsl:template>
  <xsl:template match="i:lineBreak">&lt;br&gt;</xsl:template>
  <xsl:template match="i:figure[i:caption]"><xsl:for-each select="i:caption"><xsl:call-template name="tagged"/></xsl:for-each></xsl:template>
  <xsl:template match="i:figure | i:image">
    <xsl:call-template name="html"><xsl:with-param name="text" select="string(@description)"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="i:strong"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'strong'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:emphasis"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'em'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:superscript"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'sup'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:subscript"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'sub'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:code"><xsl:call-template name="tagged"><xsl:with-param name="tag" select="'code'"/></xsl:call-template></xsl:template>
  <xsl:template match="i:link[starts-with(@target, 'http://') or starts-with(@target, 'https://') or starts-with(@target, 'mailto:')]">
    <xsl:text>&lt;a href="</xsl:text>
    <xsl:call-template name="html"><xsl:with-param name="text" select="string(@target)"/></xsl:call-template>
    <xsl:text>"&gt;</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>&lt;/a&gt;</xsl:text>
  </xsl:template>
  <xsl:template match="i:noteReference[@p:number]">
    <xsl:value-of select="concat('&lt;sup&gt;', @p:number, '&lt;/sup&gt;')"/>
  </xsl:template>
  <xsl:template match="text()">
    <xsl:call-template name="html"><xsl:with-param name="text" select="string(.)"/></xsl:call-template>
  </xsl:template>

  <!-- Words as HTML writes them. Halved until what needs it stands alone. -->
  <xsl:template name="html">
    <xsl:param name="text"/>
    <xsl:variable name="half" select="floor(string-length($text) div 2)"/>
    <xsl:choose>
      <xsl:when test="translate($text, '&lt;&gt;&amp;&quot;', '') = $text"><xsl:value-of select="$text"/></xsl:when>
      <xsl:when test="$half &gt; 0">
        <xsl:call-template name="html"><xsl:with-param name="text" select="substring($text, 1, $half)"/></xsl:call-template>
        <xsl:call-template name="html"><xsl:with-param name="text" select="substring($text, $half + 1)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$text = '&lt;'">&amp;lt;</xsl:when>
      <xsl:when test="$text = '&gt;'">&amp;gt;</xsl:when>
      <xsl:when test="$text = '&amp;'">&amp;amp;</xsl:when>
      <xsl:otherwise>&amp;quot;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
