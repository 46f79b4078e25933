<?xml version="1.0" encoding="UTF-8"?>
<!--
  The format `docbook`: an issue as a DocBook 5.0 article, for publishing systems, pandoc and the like.

  Headings within articles are bridgeheads, since a bulletin numbers them but does not nest its text under them.
  What DocBook has no element for is a paragraph with a role (kicker, attribution, signature), or a processing
  instruction (linebreak, rule).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:i="urn:gazette:issue:1"
  xmlns:p="urn:gazette:print:1" xmlns:gazette="urn:gazette:stylesheet:1" xmlns="http://docbook.org/ns/docbook"
  xmlns:xlink="http://www.w3.org/1999/xlink" exclude-result-prefixes="i p gazette" gazette:extension="docbook.xml">

  <xsl:output method="xml" encoding="UTF-8" indent="no" media-type="application/docbook+xml"/>
  <xsl:strip-space elements="i:issue i:masthead i:printedContents i:entry i:editorsNote i:section i:article i:body
    i:signature i:note i:list i:item i:table i:row i:cell i:figure i:quote i:imprint i:distribution i:people
    i:arrangement p:row p:contents"/>
  <xsl:key name="reference" match="i:noteReference[@p:number][not(ancestor::i:note)]" use="@p:number"/>
  <xsl:key name="note" match="i:note" use="@p:number"/>

  <xsl:template name="line"><xsl:text>&#10;</xsl:text></xsl:template>

  <xsl:template match="/i:issue">
    <xsl:call-template name="line"/>
    <article version="5.0">
      <xsl:if test="string(@language)"><xsl:attribute name="xml:lang"><xsl:value-of select="@language"/></xsl:attribute></xsl:if>
      <info>
        <title><xsl:value-of select="i:masthead/i:name"/></title>
        <xsl:for-each select="i:masthead/i:series"><subtitle><xsl:value-of select="."/></subtitle></xsl:for-each>
        <xsl:for-each select="i:masthead/i:number[@volume]"><volumenum><xsl:value-of select="@volume"/></volumenum></xsl:for-each>
        <xsl:for-each select="i:masthead/i:number"><issuenum><xsl:value-of select="."/></issuenum></xsl:for-each>
        <xsl:for-each select="i:masthead/i:date"><pubdate><xsl:value-of select="."/></pubdate></xsl:for-each>
        <xsl:for-each select="i:masthead/i:office"><publisher><publishername><xsl:value-of select="."/></publishername></publisher></xsl:for-each>
        <xsl:for-each select="i:masthead/i:copyNumber | i:masthead/i:classification | i:masthead/i:notice | i:masthead/i:signer | i:masthead/i:otherLine">
          <bibliomisc role="{local-name()}"><xsl:value-of select="."/></bibliomisc>
        </xsl:for-each>
      </info>
      <xsl:apply-templates select="i:editorsNote"/>
      <xsl:apply-templates select="i:section"/>
      <!-- An article has some text. -->
      <xsl:if test="not(i:section/i:article or i:section/i:name or i:editorsNote)"><para/></xsl:if>
      <xsl:if test="i:imprint/p:row">
        <xsl:call-template name="line"/>
        <colophon>
          <xsl:for-each select="i:imprint/p:row/p:cell">
            <xsl:call-template name="line"/>
            <para role="{substring-before(concat(@field, '.'), '.')}"><xsl:value-of select="concat(@label, .)"/></para>
          </xsl:for-each>
        </colophon>
      </xsl:if>
    </article>
    <xsl:call-template name="line"/>
  </xsl:template>

  <xsl:template match="i:section"><xsl:apply-templates select="i:article"/></xsl:template>
  <xsl:template match="i:section[i:name]">
    <xsl:call-template name="line"/>
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="@p:id"/></xsl:attribute>
      <title><xsl:value-of select="i:name"/></title>
      <xsl:apply-templates select="i:article"/>
      <xsl:if test="not(i:article)"><para/></xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="i:article">
    <xsl:call-template name="line"/>
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="@p:id"/></xsl:attribute>
      <info>
        <title><xsl:value-of select="i:title"/></title>
        <xsl:for-each select="i:subtitle"><subtitle><xsl:value-of select="."/></subtitle></xsl:for-each>
        <xsl:for-each select="i:byline"><author><personname><xsl:value-of select="."/></personname></author></xsl:for-each>
      </info>
      <xsl:for-each select="i:kicker"><para role="kicker"><xsl:value-of select="."/></para></xsl:for-each>
      <xsl:apply-templates select="i:editorsNote[not(@place)]"/>
      <xsl:apply-templates select="i:body/*"/>
      <xsl:if test="@p:attribution"><xsl:call-template name="line"/><para role="attribution"><xsl:value-of select="@p:attribution"/></para></xsl:if>
      <xsl:for-each select="i:signature/i:office | i:signature/i:date">
        <xsl:call-template name="line"/>
        <para role="signature"><xsl:value-of select="."/></para>
      </xsl:for-each>
      <xsl:apply-templates select="i:editorsNote[@place]"/>
      <xsl:if test="not(i:kicker or i:editorsNote or i:body/* or i:attribution or i:signature/*)"><para/></xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="i:editorsNote">
    <xsl:call-template name="line"/>
    <note role="editors-note">
      <xsl:for-each select="i:label"><title><xsl:value-of select="."/></title></xsl:for-each>
      <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="i:body/*"/></xsl:call-template>
    </note>
  </xsl:template>

  <!-- Blocks where there must be some. -->
  <xsl:template name="blocks">
    <xsl:param name="blocks" select="*"/>
    <xsl:apply-templates select="$blocks"/>
    <xsl:if test="not($blocks[not(self::i:rule)])"><para/></xsl:if>
  </xsl:template>

  <!-- ======================= Blocks ======================= -->

  <xsl:template match="i:paragraph">
    <xsl:call-template name="line"/>
    <para>
      <xsl:if test="@role and @role != 'body'"><xsl:attribute name="role"><xsl:value-of select="@role"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </para>
  </xsl:template>
  <xsl:template match="i:subheading">
    <xsl:call-template name="line"/>
    <bridgehead>
      <xsl:attribute name="renderas">
        <xsl:choose>
          <xsl:when test="@level &lt; 2">sect3</xsl:when>
          <xsl:when test="@level = 2">sect4</xsl:when>
          <xsl:otherwise>sect5</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates/>
    </bridgehead>
  </xsl:template>
  <xsl:template match="i:list">
    <xsl:call-template name="line"/>
    <xsl:choose>
      <xsl:when test="not(i:item)"><para/></xsl:when>
      <xsl:when test="@start">
        <orderedlist>
          <xsl:if test="@start &gt; 1"><xsl:attribute name="startingnumber"><xsl:value-of select="@start"/></xsl:attribute></xsl:if>
          <xsl:apply-templates select="i:item"/>
        </orderedlist>
      </xsl:when>
      <xsl:otherwise><itemizedlist><xsl:apply-templates select="i:item"/></itemizedlist></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="i:item">
    <xsl:call-template name="line"/>
    <listitem><xsl:call-template name="blocks"/></listitem>
  </xsl:template>
  <xsl:template match="i:quote"><xsl:call-template name="line"/><blockquote><xsl:call-template name="blocks"/></blockquote></xsl:template>
  <xsl:template match="i:rule"><xsl:processing-instruction name="rule"/></xsl:template>
  <xsl:template match="i:preformatted"><xsl:call-template name="line"/><literallayout class="monospaced"><xsl:value-of select="."/></literallayout></xsl:template>

  <xsl:template match="i:table">
    <xsl:call-template name="line"/>
    <xsl:choose>
      <xsl:when test="not(i:row/i:cell)"><para><xsl:apply-templates select="i:caption/node()"/></para></xsl:when>
      <xsl:when test="i:caption">
        <table>
          <caption><xsl:apply-templates select="i:caption/node()"/></caption>
          <xsl:call-template name="rows"/>
        </table>
      </xsl:when>
      <xsl:otherwise><informaltable><xsl:call-template name="rows"/></informaltable></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="rows">
    <xsl:variable name="head" select="number(concat('0', @headerRows))"/>
    <xsl:variable name="rows" select="i:row[i:cell]"/>
    <xsl:if test="$head &gt; 0 and count($rows) &gt; $head">
      <thead><xsl:apply-templates select="$rows[position() &lt;= $head]"><xsl:with-param name="cell" select="'th'"/></xsl:apply-templates></thead>
    </xsl:if>
    <tbody>
      <xsl:choose>
        <xsl:when test="count($rows) &gt; $head"><xsl:apply-templates select="$rows[position() &gt; $head]"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="$rows"/></xsl:otherwise>
      </xsl:choose>
    </tbody>
  </xsl:template>
  <xsl:template match="i:row">
    <xsl:param name="cell" select="'td'"/>
    <xsl:call-template name="line"/>
    <tr>
      <xsl:for-each select="i:cell">
        <xsl:element name="{$cell}" namespace="http://docbook.org/ns/docbook">
          <xsl:if test="@columnSpan &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="@columnSpan"/></xsl:attribute></xsl:if>
          <xsl:if test="@rowSpan &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="@rowSpan"/></xsl:attribute></xsl:if>
          <xsl:choose>
            <xsl:when test="count(*) = 1 and i:paragraph"><xsl:apply-templates select="i:paragraph/node()"/></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="*"/></xsl:otherwise>
          </xsl:choose>
        </xsl:element>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <xsl:template match="i:figure">
    <xsl:call-template name="line"/>
    <mediaobject>
      <xsl:if test="string(@description)"><alt><xsl:value-of select="@description"/></alt></xsl:if>
      <imageobject><imagedata fileref="{@target}"/></imageobject>
      <xsl:if test="i:caption"><caption><para><xsl:apply-templates select="i:caption/node()"/></para></caption></xsl:if>
    </mediaobject>
  </xsl:template>

  <!-- ======================= Running text ======================= -->

  <xsl:template match="i:strong"><emphasis role="strong"><xsl:apply-templates/></emphasis></xsl:template>
  <xsl:template match="i:emphasis"><emphasis><xsl:apply-templates/></emphasis></xsl:template>
  <xsl:template match="i:superscript"><superscript><xsl:apply-templates/></superscript></xsl:template>
  <xsl:template match="i:subscript"><subscript><xsl:apply-templates/></subscript></xsl:template>
  <xsl:template match="i:code"><code><xsl:value-of select="."/></code></xsl:template>
  <xsl:template match="i:text"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="i:lineBreak"><xsl:processing-instruction name="linebreak"/></xsl:template>
  <xsl:template match="i:link">
    <xsl:choose>
      <xsl:when test="ancestor::i:link or not(string(@target))"><xsl:apply-templates/></xsl:when>
      <xsl:otherwise><link xlink:href="{@target}"><xsl:apply-templates/></link></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="i:image">
    <inlinemediaobject>
      <xsl:if test="string(@description)"><alt><xsl:value-of select="@description"/></alt></xsl:if>
      <imageobject><imagedata fileref="{@target}"/></imageobject>
    </inlinemediaobject>
  </xsl:template>

  <!-- A footnote stands where it is first referred to; the others lead there. -->
  <xsl:template match="i:noteReference"/>
  <xsl:template match="i:noteReference[@p:number]">
    <xsl:choose>
      <xsl:when test="ancestor::i:note"><superscript><xsl:value-of select="@p:number"/></superscript></xsl:when>
      <xsl:when test="count(. | key('reference', @p:number)[1]) = 1">
        <footnote>
          <xsl:attribute name="xml:id"><xsl:value-of select="concat('note-', @p:number)"/></xsl:attribute>
          <xsl:for-each select="key('note', @p:number)">
            <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="i:body/*"/></xsl:call-template>
          </xsl:for-each>
        </footnote>
      </xsl:when>
      <xsl:otherwise><footnoteref linkend="note-{@p:number}"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
