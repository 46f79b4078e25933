<?xml version="1.0" encoding="UTF-8"?>
<!--
  The format `html`: an issue as one page that holds all it needs: styles, pictures, no script.

  Its words are those of the Word file, in their order. Footnotes stand at the foot of the page, behind the imprint.
  For screens of any width, light or dark, and for printing on A4.

  Parameters
    accent        the colour of the masthead, as CSS has it (#c7000b)
    issueBase64   set by the program: the issue itself, which the page carries so that it can be read back
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:i="urn:gazette:issue:1"
  xmlns:p="urn:gazette:print:1" xmlns:gazette="urn:gazette:stylesheet:1" exclude-result-prefixes="i p gazette"
  gazette:extension="html" gazette:pictures="inline">

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <!-- Only where no text may stand; blanks between two marks are text. -->
  <xsl:strip-space elements="i:issue i:masthead i:printedContents i:entry i:editorsNote i:section i:article i:body
    i:signature i:note i:list i:item i:table i:row i:cell i:figure i:quote i:imprint i:distribution i:people
    i:arrangement p:row p:contents"/>

  <xsl:param name="accent" select="'#c7000b'"/>
  <xsl:param name="issueBase64"/>

  <xsl:variable name="issue" select="/i:issue"/>
  <xsl:variable name="language">
    <xsl:value-of select="$issue/@language"/>
    <xsl:if test="not(string($issue/@language))">zh-Hans</xsl:if>
  </xsl:variable>
  <xsl:variable name="chinese" select="starts-with($language, 'zh')"/>
  <xsl:variable name="traditional" select="contains($language, 'Hant')"/>
  <xsl:key name="reference" match="i:noteReference[@p:number][not(ancestor::i:note)]" use="@p:number"/>
  <xsl:key name="article" match="i:article" use="@p:id"/>

  <xsl:template match="/i:issue">
    <html lang="{$language}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>
          <!-- The first of these that is there; a page without a title cannot be told from others. -->
          <xsl:variable name="names" select="(i:masthead/i:name | i:masthead/i:series | i:section/i:article/i:title)[string(.)]"/>
          <xsl:choose>
            <xsl:when test="string(i:masthead/i:name)"><xsl:value-of select="i:masthead/i:name"/></xsl:when>
            <xsl:when test="$names"><xsl:value-of select="$names[1]"/></xsl:when>
            <xsl:when test="$chinese">简报</xsl:when>
            <xsl:otherwise>Bulletin</xsl:otherwise>
          </xsl:choose>
          <xsl:for-each select="i:masthead/p:row/p:cell[@field='number']">
            <xsl:text> </xsl:text>
            <xsl:value-of select="."/>
          </xsl:for-each>
        </title>
        <style>
          <xsl:call-template name="style"/>
        </style>
        <xsl:if test="string($issueBase64)">
          <link rel="alternate" type="application/vnd.gazette.issue+xml" href="data:application/xml;base64,{$issueBase64}"/>
        </xsl:if>
      </head>
      <body>
        <a class="skip" href="#text">
          <xsl:attribute name="aria-label">
            <xsl:choose>
              <xsl:when test="$traditional">跳到正文</xsl:when>
              <xsl:when test="$chinese">跳到正文</xsl:when>
              <xsl:otherwise>Skip to the text</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
        </a>
        <div class="sheet">
          <header class="masthead">
            <xsl:apply-templates select="i:masthead/p:row"/>
          </header>
          <xsl:choose>
            <xsl:when test="starts-with(@p:front, 'editorsNote')">
              <xsl:apply-templates select="i:editorsNote"/>
              <xsl:apply-templates select="p:contents"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="p:contents"/>
              <xsl:apply-templates select="i:editorsNote"/>
            </xsl:otherwise>
          </xsl:choose>
          <main id="text">
            <xsl:apply-templates select="i:section"/>
          </main>
          <xsl:if test="i:imprint/p:row or i:section/i:article/i:note">
            <footer>
              <xsl:if test="i:imprint/p:row">
                <div class="imprint">
                  <xsl:apply-templates select="i:imprint/p:row"/>
                </div>
              </xsl:if>
              <xsl:if test="i:section/i:article/i:note">
                <section class="notes" role="doc-endnotes">
                  <xsl:attribute name="aria-label">
                    <xsl:choose>
                      <xsl:when test="$traditional">註釋</xsl:when>
                      <xsl:when test="$chinese">注释</xsl:when>
                      <xsl:otherwise>Notes</xsl:otherwise>
                    </xsl:choose>
                  </xsl:attribute>
                  <ol>
                    <xsl:apply-templates select="i:section/i:article/i:note"/>
                  </ol>
                </section>
              </xsl:if>
            </footer>
          </xsl:if>
        </div>
      </body>
    </html>
  </xsl:template>

  <!-- ======================= Masthead, contents, imprint ======================= -->

  <!-- Fields that stand alone have a line of their own; those that share one stand at its two ends. -->
  <xsl:template match="i:masthead/p:row[count(p:cell)=1]">
    <xsl:variable name="cell" select="p:cell"/>
    <xsl:choose>
      <xsl:when test="$cell/@field='name' and not(preceding-sibling::p:row/p:cell[@field='name'])">
        <h1 class="name">
          <xsl:call-template name="fit"/>
          <xsl:value-of select="$cell"/>
        </h1>
      </xsl:when>
      <xsl:when test="$cell/@field='series'">
        <p class="series">
          <xsl:call-template name="fit"/>
          <xsl:value-of select="$cell"/>
        </p>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:attribute name="class">
            <xsl:choose>
              <xsl:when test="contains($cell/@field, '.')">other</xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="$cell/@field"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:apply-templates select="$cell"/>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:row">
    <div class="line">
      <xsl:for-each select="p:cell">
        <p>
          <xsl:if test="@field='name'"><xsl:attribute name="class">name</xsl:attribute></xsl:if>
          <xsl:apply-templates select="."/>
        </p>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:template match="i:imprint/p:row[count(p:cell)=1]">
    <p class="item"><xsl:apply-templates select="p:cell"/></p>
  </xsl:template>

  <xsl:template match="p:cell">
    <xsl:if test="@label"><b><xsl:value-of select="@label"/></b></xsl:if>
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- How wide the words are, in characters of full width: by it the styles fit them onto one line. -->
  <xsl:template name="fit">
    <xsl:variable name="narrow" select="string-length(translate(p:cell, translate(p:cell,
      'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-', ''), ''))"/>
    <xsl:variable name="width" select="string-length(p:cell) - $narrow + ceiling($narrow * 0.6)"/>
    <xsl:attribute name="style">
      <xsl:text>--width:</xsl:text>
      <xsl:choose>
        <xsl:when test="$width &lt; 6">6</xsl:when>
        <xsl:when test="$width &gt; 24">24</xsl:when>
        <xsl:otherwise><xsl:value-of select="$width"/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="p:contents">
    <nav class="contents">
      <xsl:choose>
        <xsl:when test="string(@heading)">
          <xsl:attribute name="aria-labelledby">contents</xsl:attribute>
          <h2 id="contents"><xsl:value-of select="@heading"/></h2>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="aria-label">
            <xsl:choose>
              <xsl:when test="$traditional">目錄</xsl:when>
              <xsl:when test="$chinese">目录</xsl:when>
              <xsl:otherwise>Contents</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
        </xsl:otherwise>
      </xsl:choose>
      <ul>
        <!-- Lines that have a number or bullet of their own need no second. -->
        <xsl:if test="../i:printedContents/i:entry/i:label"><xsl:attribute name="class">labelled</xsl:attribute></xsl:if>
        <xsl:for-each select="p:entry">
          <li class="{@kind}">
            <xsl:choose>
              <!-- What has no heading of its own cannot be led to. -->
              <xsl:when test="@target">
                <a href="#{@target}"><xsl:call-template name="entry"/></a>
              </xsl:when>
              <xsl:otherwise>
                <span><xsl:call-template name="entry"/></span>
              </xsl:otherwise>
            </xsl:choose>
          </li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:template>

  <xsl:template name="entry">
    <span><xsl:value-of select="."/></span>
    <xsl:if test="@page"><span class="page"><xsl:value-of select="@page"/></span></xsl:if>
  </xsl:template>

  <!-- ======================= Sections and articles ======================= -->

  <xsl:template match="i:section">
    <section id="{@p:id}">
      <xsl:if test="@p:heading">
        <h2 class="section"><xsl:value-of select="@p:heading"/></h2>
      </xsl:if>
      <xsl:apply-templates select="i:article"/>
    </section>
  </xsl:template>

  <xsl:template match="i:article">
    <xsl:variable name="level" select="2 + boolean(../@p:heading)"/>
    <article id="{@p:id}">
      <xsl:if test="string(i:title)"><xsl:attribute name="aria-labelledby"><xsl:value-of select="@p:id"/>-title</xsl:attribute></xsl:if>
      <xsl:if test="i:kicker or string(i:title) or i:subtitle or i:byline">
        <header>
          <xsl:if test="i:kicker"><p class="kicker"><xsl:value-of select="i:kicker"/></p></xsl:if>
          <xsl:if test="string(i:title)">
            <xsl:element name="h{$level}">
              <xsl:attribute name="class">title</xsl:attribute>
              <xsl:attribute name="id"><xsl:value-of select="@p:id"/>-title</xsl:attribute>
              <xsl:value-of select="i:title"/>
            </xsl:element>
          </xsl:if>
          <xsl:if test="i:subtitle"><p class="subtitle"><xsl:value-of select="@p:subtitle"/></p></xsl:if>
          <xsl:if test="i:byline"><p class="byline"><xsl:value-of select="i:byline"/></p></xsl:if>
        </header>
      </xsl:if>
      <xsl:apply-templates select="i:editorsNote[not(@place)]"/>
      <!-- The attachments at the end, where they stood below the signature. -->
      <xsl:variable name="closing" select="i:body[../i:signature/@attachments]/*[self::i:paragraph[@role = 'attachments']
        and not(following-sibling::*[not(self::i:paragraph[@role = 'attachments'])])]"/>
      <xsl:apply-templates select="i:body/*[position() &lt;= last() - count($closing)]"/>
      <xsl:if test="@p:attribution"><p class="attribution"><xsl:value-of select="@p:attribution"/></p></xsl:if>
      <xsl:if test="i:signature">
        <div class="signature">
          <xsl:if test="i:signature/i:office"><p><xsl:value-of select="i:signature/i:office"/></p></xsl:if>
          <xsl:if test="i:signature/i:date"><p><xsl:value-of select="i:signature/@p:date"/></p></xsl:if>
        </div>
      </xsl:if>
      <xsl:apply-templates select="$closing"/>
      <xsl:apply-templates select="i:editorsNote[@place]"/>
    </article>
  </xsl:template>

  <!-- The label stands in the first paragraph, as it does in print. -->
  <xsl:template match="i:editorsNote">
    <section class="editors-note">
      <xsl:attribute name="aria-label">
        <xsl:choose>
          <xsl:when test="string(i:label)"><xsl:value-of select="i:label"/></xsl:when>
          <xsl:when test="$traditional">編者按</xsl:when>
          <xsl:when test="$chinese">编者按</xsl:when>
          <xsl:otherwise>Editor's note</xsl:otherwise>
        </xsl:choose>
        <!-- Regions are told apart by their names. -->
        <xsl:if test="parent::i:article and string(../i:title)">
          <xsl:text> · </xsl:text>
          <xsl:value-of select="../i:title"/>
        </xsl:if>
      </xsl:attribute>
      <xsl:choose>
        <xsl:when test="i:body/*[1][self::i:paragraph]">
          <p>
            <xsl:if test="@p:label"><strong><xsl:value-of select="@p:label"/></strong></xsl:if>
            <xsl:apply-templates select="i:body/*[1]/node()"/>
          </p>
          <xsl:apply-templates select="i:body/*[position() &gt; 1]"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:if test="@p:label"><p><strong><xsl:value-of select="@p:label"/></strong></p></xsl:if>
          <xsl:apply-templates select="i:body/*"/>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <!-- ======================= Blocks ======================= -->

  <xsl:template match="i:paragraph">
    <p>
      <xsl:if test="@role and @role != 'body'"><xsl:attribute name="class"><xsl:value-of select="@role"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- A heading of the article; within a list or a quote it is no part of the outline. -->
  <xsl:template match="i:subheading">
    <p class="subheading"><xsl:apply-templates/></p>
  </xsl:template>
  <xsl:template match="i:article/i:body/i:subheading">
    <xsl:variable name="own" select="@level"/>
    <!-- Levels that the article leaves out are left out here too: an outline has no holes. -->
    <xsl:variable name="above"><xsl:apply-templates select="." mode="above"/></xsl:variable>
    <xsl:variable name="depth" select="2 + boolean(string(../../i:title)) + boolean(../../../@p:heading)
      + string-length($above)"/>
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="$depth &gt; 6">h6</xsl:when>
        <xsl:otherwise>h<xsl:value-of select="$depth"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}">
      <xsl:attribute name="class">
        <xsl:text>level</xsl:text>
        <xsl:choose>
          <xsl:when test="$own &lt; 1">1</xsl:when>
          <xsl:when test="$own &gt; 4">4</xsl:when>
          <xsl:otherwise><xsl:value-of select="$own"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- A mark for each heading that it stands under. -->
  <xsl:template match="i:subheading" mode="above">
    <xsl:variable name="above" select="preceding-sibling::i:subheading[@level &lt; current()/@level][1]"/>
    <xsl:if test="$above">
      <xsl:text>+</xsl:text>
      <xsl:apply-templates select="$above" mode="above"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:list">
    <ul>
      <xsl:call-template name="marks"/>
      <xsl:apply-templates select="i:item"/>
    </ul>
  </xsl:template>
  <xsl:template match="i:list[@start]">
    <ol>
      <xsl:if test="@start != 1"><xsl:attribute name="start"><xsl:value-of select="@start"/></xsl:attribute></xsl:if>
      <xsl:call-template name="marks"/>
      <xsl:apply-templates select="i:item"/>
    </ol>
  </xsl:template>
  <!-- Items with marks of their own, (a) or ①, get no second. -->
  <xsl:template name="marks">
    <xsl:if test="@marks"><xsl:attribute name="class">own-marks</xsl:attribute></xsl:if>
  </xsl:template>
  <xsl:template match="i:item">
    <li><xsl:call-template name="cell"/></li>
  </xsl:template>

  <!-- A single paragraph is the item or cell itself. -->
  <xsl:template name="cell">
    <xsl:choose>
      <xsl:when test="count(*) = 1 and i:paragraph"><xsl:apply-templates select="i:paragraph/node()"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A table wider than the screen is moved by itself; the keyboard must reach it for that. -->
  <xsl:template match="i:table">
    <div class="table" tabindex="0" role="group">
      <xsl:attribute name="aria-label">
        <xsl:choose>
          <xsl:when test="normalize-space(i:caption)"><xsl:value-of select="normalize-space(i:caption)"/></xsl:when>
          <xsl:when test="$chinese">表</xsl:when>
          <xsl:otherwise>Table</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <table>
        <xsl:if test="i:caption"><caption><xsl:apply-templates select="i:caption/node()"/></caption></xsl:if>
        <xsl:variable name="head" select="number(concat('0', @headerRows))"/>
        <xsl:if test="$head &gt; 0">
          <thead><xsl:apply-templates select="i:row[position() &lt;= $head]"><xsl:with-param name="head" select="true()"/></xsl:apply-templates></thead>
        </xsl:if>
        <tbody><xsl:apply-templates select="i:row[not(position() &lt;= $head)]"/></tbody>
      </table>
    </div>
  </xsl:template>
  <xsl:template match="i:row">
    <xsl:param name="head" select="false()"/>
    <xsl:variable name="alignments" select="concat(normalize-space(../@alignments), ' ')"/>
    <tr>
      <xsl:for-each select="i:cell">
        <xsl:variable name="align">
          <xsl:call-template name="word">
            <xsl:with-param name="words" select="$alignments"/>
            <xsl:with-param name="number" select="1 + count(preceding-sibling::i:cell) + sum(preceding-sibling::i:cell/@columnSpan)
              - count(preceding-sibling::i:cell/@columnSpan)"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:choose>
          <xsl:when test="$head and normalize-space(.)">
            <th>
              <xsl:attribute name="scope">
                <xsl:choose>
                  <xsl:when test="@columnSpan &gt; 1">colgroup</xsl:when>
                  <xsl:otherwise>col</xsl:otherwise>
                </xsl:choose>
              </xsl:attribute>
              <xsl:call-template name="spans"><xsl:with-param name="align" select="$align"/></xsl:call-template>
            </th>
          </xsl:when>
          <xsl:otherwise>
            <td><xsl:call-template name="spans"><xsl:with-param name="align" select="$align"/></xsl:call-template></td>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </tr>
  </xsl:template>
  <xsl:template name="spans">
    <xsl:param name="align"/>
    <xsl:if test="@columnSpan &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="@columnSpan"/></xsl:attribute></xsl:if>
    <xsl:if test="@rowSpan &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="@rowSpan"/></xsl:attribute></xsl:if>
    <xsl:if test="$align = 'left' or $align = 'center' or $align = 'right'">
      <xsl:attribute name="class"><xsl:value-of select="$align"/></xsl:attribute>
    </xsl:if>
    <xsl:call-template name="cell"/>
  </xsl:template>
  <!-- The word of that number, each with a blank behind it. -->
  <xsl:template name="word">
    <xsl:param name="words"/>
    <xsl:param name="number"/>
    <xsl:choose>
      <xsl:when test="$number &gt; 40 or $words = ''"/>
      <xsl:when test="$number &lt;= 1"><xsl:value-of select="substring-before($words, ' ')"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="word">
          <xsl:with-param name="words" select="substring-after($words, ' ')"/>
          <xsl:with-param name="number" select="$number - 1"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What print has under a figure stands under it here: its caption, or else what it shows. -->
  <xsl:template match="i:figure">
    <figure>
      <xsl:if test="@p:source"><xsl:call-template name="picture"/></xsl:if>
      <xsl:choose>
        <xsl:when test="i:caption"><figcaption><xsl:apply-templates select="i:caption/node()"/></figcaption></xsl:when>
        <xsl:when test="string(@description)"><figcaption><xsl:value-of select="@description"/></figcaption></xsl:when>
      </xsl:choose>
    </figure>
  </xsl:template>
  <xsl:template name="picture">
    <img src="{@p:source}" width="{@p:width}" height="{@p:height}">
      <xsl:attribute name="alt">
        <xsl:choose>
          <xsl:when test="string(@description)"><xsl:value-of select="@description"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="normalize-space(i:caption)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </img>
  </xsl:template>

  <xsl:template match="i:quote"><blockquote><xsl:apply-templates select="*"/></blockquote></xsl:template>
  <xsl:template match="i:rule"><hr/></xsl:template>
  <xsl:template match="i:preformatted"><pre><xsl:text>&#10;</xsl:text><xsl:value-of select="."/></pre></xsl:template>

  <!-- ======================= Running text ======================= -->

  <xsl:template match="i:strong"><strong><xsl:apply-templates/></strong></xsl:template>
  <xsl:template match="i:emphasis"><em><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="i:superscript"><sup><xsl:apply-templates/></sup></xsl:template>
  <xsl:template match="i:subscript"><sub><xsl:apply-templates/></sub></xsl:template>
  <xsl:template match="i:code"><code><xsl:value-of select="."/></code></xsl:template>
  <xsl:template match="i:text"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="i:lineBreak"><br/></xsl:template>

  <!-- Only what leads to a page or a person is a link: a page may run what other addresses hold. -->
  <xsl:template match="i:link">
    <xsl:variable name="target" select="translate(@target, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
    <xsl:choose>
      <xsl:when test="not(ancestor::i:link) and (starts-with($target, 'http://') or starts-with($target, 'https://')
        or starts-with($target, 'mailto:') or starts-with($target, 'tel:') or starts-with($target, 'ftp://'))">
        <a href="{@target}"><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:image">
    <xsl:choose>
      <xsl:when test="@p:source"><xsl:call-template name="picture"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@description"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:noteReference"/>
  <xsl:template match="i:noteReference[@p:number]">
    <sup class="mark">
      <a href="#note-{@p:number}" role="doc-noteref">
        <xsl:if test="count(. | key('reference', @p:number)[1]) = 1 and not(ancestor::i:note)">
          <xsl:attribute name="id">mark-<xsl:value-of select="@p:number"/></xsl:attribute>
        </xsl:if>
        <xsl:value-of select="@p:number"/>
      </a>
    </sup>
  </xsl:template>
  <!-- A mark within a link, which may hold no other. -->
  <xsl:template match="i:link//i:noteReference[@p:number]"><sup><xsl:value-of select="@p:number"/></sup></xsl:template>

  <xsl:template match="i:note">
    <li id="note-{@p:number}">
      <xsl:choose>
        <xsl:when test="count(i:body/*) = 1 and i:body/i:paragraph"><xsl:apply-templates select="i:body/i:paragraph/node()"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="i:body/*"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="key('reference', @p:number)[not(ancestor::i:link)]">
        <xsl:text> </xsl:text>
        <a class="back" href="#mark-{@p:number}" role="doc-backlink">
          <xsl:attribute name="aria-label">
            <xsl:choose>
              <xsl:when test="$chinese">回到正文 <xsl:value-of select="@p:number"/></xsl:when>
              <xsl:otherwise>Back to mark <xsl:value-of select="@p:number"/></xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:text>↩</xsl:text>
        </a>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- ======================= Styles ======================= -->

  <xsl:template name="style">
    <!-- A value that could end the style sheet is none of a colour. -->
    <xsl:text>:root{--accent:</xsl:text>
    <xsl:choose>
      <xsl:when test="translate($accent, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#%(), .', '') = ''">
        <xsl:value-of select="$accent"/>
      </xsl:when>
      <xsl:otherwise>#c7000b</xsl:otherwise>
    </xsl:choose>
    <xsl:text>;--ink:#1c1c1e;--paper:#fff;--desk:#e9e7e3;--faint:#5c5a57;--line:#a09d98;--wash:#f6f4f0;--link:#0b4f9e
;--song:"FZXiaoBiaoSong-B05S","方正小标宋简体","方正小标宋_GBK","STZhongsong","华文中宋","Noto Serif CJK SC","Source Han Serif SC","Songti SC","SimSun",serif
;--fang:"Page Latin","FangSong","仿宋","FangSong_GB2312","仿宋_GB2312","STFangsong","Noto Serif CJK SC","Source Han Serif SC","Songti SC","SimSun",serif
;--hei:"Page Latin","SimHei","黑体","STHeiti","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif
;--kai:"Page Latin","KaiTi","楷体","KaiTi_GB2312","楷体_GB2312","STKaiti","AR PL UKai CN","Noto Serif CJK SC",serif}
@font-face{font-family:"Page Latin";src:local("Times New Roman"),local("Liberation Serif"),local("Tinos");unicode-range:U+20-7E,U+A0-B6,U+B8-24F}
html:lang(en){--song:Georgia,"Times New Roman","Liberation Serif",serif;--fang:var(--song);--kai:var(--song);--hei:"Helvetica Neue",Arial,"Liberation Sans",sans-serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--desk);color:var(--ink);font:1.125rem/1.8 var(--fang);overflow-wrap:break-word;line-break:strict}
body:lang(en){line-height:1.6;hyphens:auto}
.sheet{max-width:52rem;margin:2.5rem auto;padding:4rem 5rem 3.5rem;background:var(--paper);box-shadow:0 1px 3px rgba(0,0,0,.2),0 12px 36px rgba(0,0,0,.12)}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--link);outline-offset:3px}
.skip{position:absolute;left:-99rem;top:0;padding:.6em 1.2em;background:var(--paper);z-index:1}
.skip::before{content:attr(aria-label)}
.skip:focus{left:1rem;top:1rem}
h1,h2,h3,h4,h5,h6{margin:0;font-weight:normal;line-height:1.5;break-after:avoid}
p{margin:0}
.masthead{container-type:inline-size;padding-bottom:.6rem;margin-bottom:2.4rem;border-bottom:4px solid var(--accent);text-align:center}
.masthead .name,.masthead .series{color:var(--accent);font-family:var(--song);font-weight:700;line-height:1.35;text-wrap:balance}
.name{margin:.35em 0 .4em;letter-spacing:.02em;font-size:min(4rem,calc(92cqi / var(--width)))}
.series{margin-top:.6em;font-size:min(1.9rem,calc(92cqi / var(--width)))}
.line .name{margin:0;font-size:2rem}
.masthead .number{margin-bottom:.9rem}
.masthead .copyNumber,.masthead .classification,.masthead .notice{text-align:left}
.masthead .classification,.masthead .notice{font-family:var(--hei)}
.masthead .signer{text-align:right}
.line{text-align:left;display:flex;flex-wrap:wrap;justify-content:space-between;column-gap:2em}
.contents{margin:0 0 2.6rem;padding:1.4rem 1.8rem;background:var(--wash);border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.contents h2{margin-bottom:.5rem;font-size:1.35rem;font-family:var(--hei);text-align:center}
.contents ul{margin:0;padding:0;list-style:none}
.contents a{color:inherit;text-decoration:none}
.contents li>*{display:flex;gap:.5em;padding:.12em 0}
.contents ul:not(.labelled) .article>*::before{content:"·";flex:none;width:1em;text-align:center;color:var(--accent);font-weight:700}
.contents .page{margin-left:auto;padding-left:1em}
.contents .section{font-family:var(--hei)}
.contents .section:not(:first-child){margin-top:.7rem}
.contents a:hover span:first-of-type{text-decoration:underline}
.editors-note{margin:1.6rem 0;padding:1rem 1.4rem;border-left:4px solid var(--accent);background:var(--wash);font-family:var(--kai)}
.section{font-family:var(--hei);font-size:1.2rem}
main .section{margin:3rem 0 1.2rem;padding-left:.7rem;border-left:6px solid var(--accent);line-height:1.35}
main>section:first-child .section{margin-top:0}
article{margin-bottom:2.8rem}
article header{margin:2.2rem 0 1.5rem;text-align:center;text-wrap:balance}
.section+article header{margin-top:0}
.title{font-family:var(--song);font-size:1.65rem;font-weight:700;line-height:1.45}
.kicker,.subtitle,.byline{font-family:var(--kai)}
.subtitle{margin-top:.3rem;font-size:1.2rem}
.byline{margin-top:.5rem}
article>p,blockquote p,.editors-note p,li>p{text-align:justify}
:lang(zh) article>p:not(.salutation),:lang(zh) blockquote p,:lang(zh) .editors-note p{text-indent:2em}
:lang(en) article>p,:lang(en) blockquote p,:lang(en) li>p,:lang(en) .editors-note p,main :is(ul,ol):lang(en){text-align:left;margin:0 0 .8em}
.editors-note>:last-child:lang(en){margin:0}
:lang(zh) article>:is(h2,h3,h4,h5,h6){padding-left:2em}
article>:is(.level1,.level2,.level3,.level4){font-size:1em;margin-top:.5em;line-height:inherit}
.level1{font-family:var(--hei)}
.level2{font-family:var(--kai)}
.level1:lang(en){font-size:1.2em}
.level3,.level1:lang(en),.level2:lang(en),.subheading{font-weight:700}
strong,b{font-weight:700}
em:lang(zh){font-family:var(--kai);font-style:normal}
.attribution,.signature{margin-top:.8rem;text-align:right}
:lang(zh) article>p.attribution{text-indent:0;text-align:right}
:lang(en) article>p.attribution{text-align:right}
.signature{padding-right:2em}
ul,ol{margin:.4rem 0;padding-left:2.6em}
.own-marks{list-style:none}
:lang(zh) main :is(ul,ol){padding-left:3.4em}
blockquote{margin:.8rem 2em;padding-left:1em;border-left:3px solid var(--line);font-family:var(--kai)}
pre,code{font-family:"Liberation Mono",Consolas,"Noto Sans Mono CJK SC",monospace;font-size:.88em}
pre{margin:1rem 0;padding:.8rem 1.2rem;background:var(--wash);white-space:pre-wrap;line-height:1.55}
hr{width:60%;margin:1.8rem auto;border:0;border-top:1px solid var(--line)}
figure{margin:1.4rem 0;text-align:center}
figcaption{margin-top:.4rem;font-size:.95em}
img{max-width:100%;height:auto;vertical-align:middle}
.table{margin:1.2rem 0;overflow-x:auto}
table{margin:0 auto;border-collapse:collapse;border-top:2px solid var(--ink);border-bottom:2px solid var(--ink);font-size:.95em;line-height:1.55}
caption{padding-bottom:.4rem;font-family:var(--hei)}
th,td{min-width:3.6em;padding:.4em .8em;border:1px solid var(--line);vertical-align:top}
th{font-family:var(--hei);font-weight:normal;background:var(--wash);text-align:center}
th:lang(en){font-weight:700}
tr>:first-child{border-left:0}tr>:last-child{border-right:0}
.left{text-align:left}.center{text-align:center}.right{text-align:right;font-variant-numeric:tabular-nums}
.mark{line-height:0}.mark a{padding:0 .15em;text-decoration:none}
footer{margin-top:3.5rem}
.imprint{border-top:2px solid var(--ink);border-bottom:2px solid var(--ink)}
.imprint>*{padding:.45rem 1em}
.imprint>*+*{border-top:1px solid var(--line)}
.imprint .item{padding-left:3em;text-indent:-2em}
.imprint b{font-weight:normal;font-family:var(--hei)}
.notes{margin-top:1.6rem;font-size:.9em;line-height:1.65}
.notes ol{padding-left:2em}
.notes li::marker{color:var(--faint)}
.notes li:target,.mark a:target{background:#fff3c4;color:#1c1c1e}
.back{padding:0 .3em}
@media(max-width:44rem){body{font-size:1.0625rem}.sheet{margin:0;padding:1.6rem 1.15rem 2rem;box-shadow:none}
.contents{margin-left:-1.15rem;margin-right:-1.15rem;padding:1.1rem 1.15rem}.contents a{padding:.3em 0}
.title{font-size:1.4rem}.editors-note{padding:.8rem 1rem}blockquote{margin:.8rem 0}:lang(zh) main :is(ul,ol){padding-left:2.2em}
.imprint>*{padding-left:0;padding-right:0}.imprint .item{padding-left:2em}.signature{padding-right:0}th,td{min-width:3.2em;padding:.35em .5em}}
@media(prefers-color-scheme:dark){:root{--accent:#ff6a5f;--ink:#e6e3de;--paper:#1d1d1f;--desk:#111112;--faint:#a8a5a0;--line:#5d5b58;--wash:#28282b;--link:#8ab8ff}
.sheet{box-shadow:none}img{filter:brightness(.9)}}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@page{size:A4;margin:30mm 26mm 28mm 28mm}
@media print{:root{--accent:#c7000b;--ink:#000;--paper:#fff;--desk:#fff;--faint:#333;--line:#666;--wash:#fff;--link:#000}
html{scroll-behavior:auto}body{font-size:12pt;line-height:1.7;background:none}.sheet{max-width:none;margin:0;padding:0;box-shadow:none}
.skip,.back{display:none}a{text-decoration:none}.contents{padding:.6rem 0}.masthead .name{font-size:min(38pt,calc(92cqi / var(--width)))}
.series{font-size:18pt}.title{font-size:17pt}article header,figure,tr,.imprint{break-inside:avoid}.table{overflow:visible}p{orphans:2;widows:2}
.section,.title,.kicker,.subtitle,.byline{break-after:avoid}thead{display:table-header-group}}
</xsl:text>
  </xsl:template>
</xsl:stylesheet>
