<?xml version="1.0" encoding="UTF-8"?>
<!--
  The format `md`: an issue as Markdown that states its structure, so that it reads back to the equal issue.

  CommonMark with GitHub's tables and footnotes. Masthead, contents list and imprint stand in the front matter; `#` is
  a section, `##` an article, `###` and deeper a heading within it. What Markdown has no mark for is said by a comment
  before a paragraph: <!- - byline - ->. Tables that Markdown cannot draw are HTML with Markdown in their cells.
  The rules are written down in the article "Markdown that states its structure" of the documentation.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:i="urn:gazette:issue:1"
  xmlns:p="urn:gazette:print:1" xmlns:gazette="urn:gazette:stylesheet:1" gazette:extension="md">

  <xsl:output method="text" encoding="UTF-8" media-type="text/markdown"/>
  <xsl:strip-space elements="i:issue i:masthead i:printedContents i:entry i:editorsNote i:section i:article i:body
    i:signature i:note i:list i:item i:table i:row i:cell i:figure i:quote i:imprint i:distribution i:people
    i:arrangement p:row p:contents"/>

  <!-- What a backslash must stand before, wherever it is. -->
  <xsl:variable name="marks">\`*_[]&lt;&amp;~</xsl:variable>
  <xsl:variable name="controls" select="'&#9;&#10;&#13;'"/>
  <!-- Beside these, asterisks may mean nothing to Markdown. -->
  <xsl:variable name="edges"> &#9;&#10;&#xA0;&#x3000;!"#$%&amp;'()*+,-./:;&lt;=&gt;?@[\]^_`{|}~¡¢£¤¥¦§¨©«¬®¯°±´¶·¸»¿×÷‐‑‒–—―‖‗‘’‚‛“”„‟†‡•‣․‥…‧‰′″‴‹›※‼‽⁇⁈⁉℃℉№←↑→↓√∞≈≠≤≥■□▲△▶◆◇○◎●★☆、。〃〈〉《》「」『』【】〒〓〔〕〖〗〘〙〚〛〜〝〞〟〰・！＂＃＄％＆＇（）＊＋，－．／：；＜＝＞？＠［＼］＾＿｀｛｜｝～｟｠｡｢｣､･￠￡￢￣￤￥</xsl:variable>
  <xsl:variable name="digits" select="'0123456789'"/>
  <xsl:key name="note" match="i:note" use="concat(generate-id(..), ' ', @id)"/>

  <xsl:template match="/i:issue">
    <xsl:call-template name="frontMatter"/>
    <xsl:apply-templates select="i:editorsNote"/>
    <xsl:apply-templates select="i:section"/>
    <xsl:apply-templates select="i:section/i:article/i:note[@p:number]"/>
  </xsl:template>

  <!-- ======================= Front matter (YAML) ======================= -->

  <xsl:template name="frontMatter">
    <xsl:text>---&#10;gazette: 1&#10;</xsl:text>
    <xsl:for-each select="@language"><xsl:call-template name="entry"/></xsl:for-each>
    <xsl:for-each select="i:masthead">
      <xsl:for-each select="i:copyNumber | i:classification | i:notice | i:series | i:name | i:number | i:office | i:officeVerbatim | i:date | i:signer">
        <xsl:call-template name="entry"/>
      </xsl:for-each>
      <xsl:call-template name="strings">
        <xsl:with-param name="name" select="'otherLines'"/>
        <xsl:with-param name="values" select="i:otherLine"/>
      </xsl:call-template>
      <xsl:call-template name="strings">
        <xsl:with-param name="name" select="'arrangement'"/>
        <xsl:with-param name="values" select="i:arrangement/i:row"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="i:printedContents">
      <xsl:text>contents:&#10;</xsl:text>
      <xsl:for-each select="i:heading"><xsl:call-template name="entry"><xsl:with-param name="in" select="'  '"/></xsl:call-template></xsl:for-each>
      <xsl:text>  entries:</xsl:text>
      <xsl:if test="not(i:entry)"> []</xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="i:entry">
        <xsl:text>    - </xsl:text>
        <xsl:value-of select="@kind"/>
        <xsl:text>: </xsl:text>
        <xsl:call-template name="quoted"><xsl:with-param name="text" select="i:text"/></xsl:call-template>
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="i:label | i:page"><xsl:call-template name="entry"><xsl:with-param name="in" select="'      '"/></xsl:call-template></xsl:for-each>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="i:imprint">
      <xsl:text>imprint:</xsl:text>
      <xsl:if test="not(i:*)"> {}</xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="lines">
        <xsl:with-param name="name" select="'distribution'"/>
        <xsl:with-param name="lines" select="i:distribution"/>
      </xsl:call-template>
      <xsl:call-template name="lines">
        <xsl:with-param name="name" select="'people'"/>
        <xsl:with-param name="lines" select="i:people"/>
      </xsl:call-template>
      <xsl:for-each select="i:office | i:officeVerbatim | i:printDate | i:copies | i:copiesVerbatim | i:contact">
        <xsl:call-template name="entry"><xsl:with-param name="in" select="'  '"/></xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="strings">
        <xsl:with-param name="in" select="'  '"/>
        <xsl:with-param name="name" select="'otherLines'"/>
        <xsl:with-param name="values" select="i:otherLine"/>
      </xsl:call-template>
      <xsl:call-template name="strings">
        <xsl:with-param name="in" select="'  '"/>
        <xsl:with-param name="name" select="'arrangement'"/>
        <xsl:with-param name="values" select="i:arrangement/i:row"/>
      </xsl:call-template>
    </xsl:for-each>
    <!-- Markdown counts footnotes; names that are no count are said here. -->
    <xsl:if test="i:section/i:article/i:note[@id != @p:number]">
      <xsl:call-template name="strings">
        <xsl:with-param name="name" select="'notes'"/>
        <xsl:with-param name="values" select="i:section/i:article/i:note/@id"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>---&#10;</xsl:text>
  </xsl:template>

  <!-- A field, and behind it what was understood of it: number: "第7期", numberIs: {number: 7}. -->
  <xsl:template name="entry">
    <xsl:param name="in"/>
    <xsl:value-of select="concat($in, local-name(), ': ')"/>
    <xsl:choose>
      <xsl:when test="self::i:copies"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise><xsl:call-template name="quoted"><xsl:with-param name="text" select="."/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="self::i:number or self::i:date or self::i:printDate">
      <xsl:value-of select="concat($in, local-name(), 'Is: {')"/>
      <xsl:for-each select="@year | @volume | @number | @total | @month | @day | @kind[. != 'regular']">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:value-of select="concat(local-name(), ': ', .)"/>
      </xsl:for-each>
      <xsl:text>}&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="strings">
    <xsl:param name="in"/>
    <xsl:param name="name"/>
    <xsl:param name="values"/>
    <xsl:if test="$values">
      <xsl:value-of select="concat($in, $name, ': [')"/>
      <xsl:for-each select="$values">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:call-template name="quoted"><xsl:with-param name="text" select="."/></xsl:call-template>
      </xsl:for-each>
      <xsl:text>]&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="lines">
    <xsl:param name="name"/>
    <xsl:param name="lines"/>
    <xsl:if test="$lines"><xsl:value-of select="concat('  ', $name, ':&#10;')"/></xsl:if>
    <xsl:for-each select="$lines">
      <xsl:text>    - label: </xsl:text>
      <xsl:call-template name="quoted"><xsl:with-param name="text" select="i:label | i:role"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="strings">
        <xsl:with-param name="in" select="'      '"/>
        <xsl:with-param name="name" select="'names'"/>
        <xsl:with-param name="values" select="i:recipient | i:name"/>
      </xsl:call-template>
      <xsl:for-each select="i:verbatim"><xsl:call-template name="entry"><xsl:with-param name="in" select="'      '"/></xsl:call-template></xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="quoted">
    <xsl:param name="text"/>
    <xsl:text>"</xsl:text>
    <xsl:call-template name="yaml"><xsl:with-param name="text" select="string($text)"/></xsl:call-template>
    <xsl:text>"</xsl:text>
  </xsl:template>
  <!-- Texts are halved until what needs an escape stands alone: a recursion as deep as the logarithm of their length. -->
  <xsl:template name="yaml">
    <xsl:param name="text"/>
    <xsl:variable name="half" select="floor(string-length($text) div 2)"/>
    <xsl:choose>
      <xsl:when test="translate($text, '\&quot;&#9;&#10;&#13;&#x85;&#x2028;&#x2029;&#xFEFF;', '') = $text"><xsl:value-of select="$text"/></xsl:when>
      <xsl:when test="$half &gt; 0">
        <xsl:call-template name="yaml"><xsl:with-param name="text" select="substring($text, 1, $half)"/></xsl:call-template>
        <xsl:call-template name="yaml"><xsl:with-param name="text" select="substring($text, $half + 1)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$text = '&#9;'">\t</xsl:when>
      <xsl:when test="$text = '&#10;'">\n</xsl:when>
      <xsl:when test="$text = '&#13;'">\r</xsl:when>
      <xsl:when test="$text = '&#x85;'">\N</xsl:when>
      <xsl:when test="$text = '&#x2028;'">\L</xsl:when>
      <xsl:when test="$text = '&#x2029;'">\P</xsl:when>
      <xsl:when test="$text = '&#xFEFF;'">\uFEFF</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('\', $text)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ======================= Sections and articles ======================= -->

  <xsl:template match="i:section">
    <xsl:choose>
      <xsl:when test="i:name">
        <xsl:text>&#10;# </xsl:text>
        <xsl:call-template name="heading"><xsl:with-param name="text" select="i:name"/></xsl:call-template>
        <xsl:text>&#10;</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:text>&#10;&lt;!-- section --&gt;&#10;</xsl:text></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="i:article"/>
  </xsl:template>

  <xsl:template match="i:article">
    <xsl:apply-templates select="i:kicker" mode="field"/>
    <xsl:choose>
      <xsl:when test="string(i:title)">
        <xsl:text>&#10;## </xsl:text>
        <xsl:call-template name="heading"><xsl:with-param name="text" select="i:title"/></xsl:call-template>
        <xsl:text>&#10;</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:text>&#10;&lt;!-- article --&gt;&#10;</xsl:text></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="i:subtitle | i:byline" mode="field"/>
    <xsl:apply-templates select="i:editorsNote[not(@place)]"/>
    <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="i:body/*"/></xsl:call-template>
    <xsl:apply-templates select="i:attributionLabel" mode="field"><xsl:with-param name="name" select="'attribution-label'"/></xsl:apply-templates>
    <xsl:apply-templates select="i:attribution" mode="field"/>
    <xsl:choose>
      <xsl:when test="i:signature/@attachments"><xsl:text>&#10;&lt;!-- signature above-attachments --&gt;&#10;</xsl:text></xsl:when>
      <xsl:when test="i:signature and not(i:signature/*)"><xsl:text>&#10;&lt;!-- signature --&gt;&#10;</xsl:text></xsl:when>
    </xsl:choose>
    <xsl:apply-templates select="i:signature/i:office" mode="field"><xsl:with-param name="name" select="'signature-office'"/></xsl:apply-templates>
    <xsl:for-each select="i:signature/i:date">
      <xsl:variable name="name">
        <xsl:text>signature-date</xsl:text>
        <xsl:for-each select="@year | @month | @day"><xsl:value-of select="concat(' ', local-name(), '=', .)"/></xsl:for-each>
      </xsl:variable>
      <xsl:apply-templates select="." mode="field"><xsl:with-param name="name" select="$name"/></xsl:apply-templates>
    </xsl:for-each>
    <xsl:apply-templates select="i:editorsNote[@place]"/>
  </xsl:template>

  <!-- A field without words would be taken for the next paragraph. -->
  <xsl:template match="*" mode="field">
    <xsl:param name="name" select="local-name()"/>
    <xsl:value-of select="concat('&#10;&lt;!-- ', $name, ' --&gt;&#10;')"/>
    <xsl:if test="string(.)">
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="text">
        <xsl:with-param name="text" select="."/>
        <xsl:with-param name="starts" select="true()"/>
        <xsl:with-param name="ends" select="true()"/>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:editorsNote">
    <xsl:text>&#10;&lt;!-- editors-note</xsl:text>
    <xsl:if test="i:label"> labelled</xsl:if>
    <xsl:if test="@place"> at-end</xsl:if>
    <xsl:text> --&gt;&#10;&#10;&gt; </xsl:text>
    <xsl:if test="i:label">
      <xsl:call-template name="text">
        <xsl:with-param name="text" select="i:label"/>
        <xsl:with-param name="starts" select="true()"/>
        <xsl:with-param name="ends" select="true()"/>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="blocks">
        <xsl:with-param name="blocks" select="i:body/*"/>
        <xsl:with-param name="in" select="'&gt; '"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(i:label)">
      <xsl:call-template name="inner">
        <xsl:with-param name="blocks" select="i:body/*"/>
        <xsl:with-param name="in" select="'&gt; '"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:note">
    <xsl:value-of select="concat('&#10;[^', @p:number, ']: ')"/>
    <xsl:call-template name="inner">
      <xsl:with-param name="blocks" select="i:body/*"/>
      <xsl:with-param name="in" select="'    '"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ======================= Blocks ======================= -->

  <!-- Blocks each behind an empty line. `in` is what lines begin with, such as the mark of a quote. -->
  <xsl:template name="blocks">
    <xsl:param name="blocks"/>
    <xsl:param name="in"/>
    <xsl:for-each select="$blocks">
      <xsl:call-template name="line"><xsl:with-param name="in" select="$in"/></xsl:call-template>
      <xsl:value-of select="$in"/>
      <xsl:apply-templates select="."><xsl:with-param name="in" select="$in"/></xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>
  <!-- The same, where the first stands right behind a mark. -->
  <xsl:template name="inner">
    <xsl:param name="blocks"/>
    <xsl:param name="in"/>
    <xsl:choose>
      <xsl:when test="not($blocks)"><xsl:text>&#10;</xsl:text></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$blocks[1]"><xsl:with-param name="in" select="$in"/></xsl:apply-templates>
        <xsl:call-template name="blocks">
          <xsl:with-param name="blocks" select="$blocks[position() &gt; 1]"/>
          <xsl:with-param name="in" select="$in"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- An empty line. -->
  <xsl:template name="line">
    <xsl:param name="in"/>
    <xsl:choose>
      <xsl:when test="not(contains($in, '&gt;'))"/>
      <xsl:when test="substring($in, string-length($in)) = ' '">
        <xsl:value-of select="substring($in, 1, string-length($in) - 1)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$in"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
  <xsl:template name="marker">
    <xsl:param name="name"/>
    <xsl:param name="in"/>
    <xsl:value-of select="concat('&lt;!-- ', $name, ' --&gt;&#10;')"/>
    <xsl:call-template name="line"><xsl:with-param name="in" select="$in"/></xsl:call-template>
    <xsl:value-of select="$in"/>
  </xsl:template>

  <xsl:template match="i:paragraph">
    <xsl:param name="in"/>
    <xsl:choose>
      <!-- A tag alone on its line is a block of HTML to Markdown. -->
      <xsl:when test="count(node()) = 1 and i:lineBreak"><xsl:value-of select="concat('&lt;!-- break ', @role, ' --&gt;&#10;')"/></xsl:when>
      <xsl:when test="not(node())"><xsl:value-of select="concat('&lt;!-- empty ', @role, ' --&gt;&#10;')"/></xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="@role and @role != 'body'"><xsl:call-template name="marker"><xsl:with-param name="name" select="@role"/><xsl:with-param name="in" select="$in"/></xsl:call-template></xsl:when>
          <!-- A picture alone would be a figure. -->
          <xsl:when test="count(node()) = 1 and i:image"><xsl:call-template name="marker"><xsl:with-param name="name" select="'paragraph'"/><xsl:with-param name="in" select="$in"/></xsl:call-template></xsl:when>
        </xsl:choose>
        <xsl:apply-templates mode="inline"><xsl:with-param name="in" select="$in"/></xsl:apply-templates>
        <xsl:text>&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:subheading">
    <xsl:param name="in"/>
    <xsl:if test="@level &lt; 1 or @level &gt; 4">
      <xsl:call-template name="marker"><xsl:with-param name="name" select="concat('level ', @level)"/><xsl:with-param name="in" select="$in"/></xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@level &lt; 1 or @level &gt; 4">###</xsl:when>
      <xsl:otherwise><xsl:value-of select="substring('######', 1, @level + 2)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="inline"><xsl:with-param name="in" select="'#'"/></xsl:apply-templates>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="i:list">
    <xsl:param name="in"/>
    <!-- Two lists in a row would be one. -->
    <xsl:if test="preceding-sibling::*[1][self::i:list]">
      <xsl:text>&lt;!-- --&gt;&#10;</xsl:text>
      <xsl:call-template name="line"><xsl:with-param name="in" select="$in"/></xsl:call-template>
      <xsl:value-of select="$in"/>
    </xsl:if>
    <xsl:if test="@marks and i:item">
      <xsl:call-template name="marker"><xsl:with-param name="name" select="'own-marks'"/><xsl:with-param name="in" select="$in"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="not(i:item)"><xsl:value-of select="concat('&lt;!-- list ', @start, ' --&gt;&#10;')"/></xsl:if>
    <xsl:variable name="start" select="@start"/>
    <xsl:variable name="loose" select="i:item[count(*) &gt; 1]"/>
    <xsl:for-each select="i:item">
      <xsl:variable name="mark">
        <xsl:choose>
          <xsl:when test="$start"><xsl:value-of select="concat($start + position() - 1, '. ')"/></xsl:when>
          <xsl:otherwise>- </xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:if test="position() &gt; 1">
        <xsl:if test="$loose"><xsl:call-template name="line"><xsl:with-param name="in" select="$in"/></xsl:call-template></xsl:if>
        <xsl:value-of select="$in"/>
      </xsl:if>
      <xsl:value-of select="$mark"/>
      <xsl:call-template name="inner">
        <xsl:with-param name="blocks" select="*"/>
        <xsl:with-param name="in" select="concat($in, substring('            ', 1, string-length($mark)))"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="i:quote">
    <xsl:param name="in"/>
    <xsl:text>&gt; </xsl:text>
    <xsl:call-template name="inner">
      <xsl:with-param name="blocks" select="*"/>
      <xsl:with-param name="in" select="concat($in, '&gt; ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:rule"><xsl:text>***&#10;</xsl:text></xsl:template>

  <xsl:template match="i:preformatted">
    <xsl:param name="in"/>
    <xsl:variable name="fence">
      <xsl:choose>
        <xsl:when test="not(contains(., '```'))">```</xsl:when>
        <xsl:when test="not(contains(., '~~~'))">~~~</xsl:when>
        <xsl:otherwise>````````````````</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="concat($fence, '&#10;')"/>
    <xsl:if test="string(.)">
      <xsl:call-template name="codeLines"><xsl:with-param name="text" select="."/><xsl:with-param name="in" select="$in"/></xsl:call-template>
    </xsl:if>
    <xsl:value-of select="concat($in, $fence, '&#10;')"/>
  </xsl:template>
  <xsl:template name="codeLines">
    <xsl:param name="text"/>
    <xsl:param name="in"/>
    <xsl:variable name="half" select="floor(string-length($text) div 2)"/>
    <xsl:choose>
      <xsl:when test="not(contains($text, '&#10;'))"><xsl:value-of select="concat($in, $text, '&#10;')"/></xsl:when>
      <!-- Whole lines before the last line end of the first half, the rest behind it; or the first line alone. -->
      <xsl:when test="contains(substring($text, $half), '&#10;') and $half &gt; 200">
        <xsl:variable name="head" select="concat(substring($text, 1, $half - 1), substring-before(substring($text, $half), '&#10;'))"/>
        <xsl:call-template name="codeLines"><xsl:with-param name="text" select="$head"/><xsl:with-param name="in" select="$in"/></xsl:call-template>
        <xsl:call-template name="codeLines"><xsl:with-param name="text" select="substring($text, string-length($head) + 2)"/><xsl:with-param name="in" select="$in"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($in, substring-before($text, '&#10;'), '&#10;')"/>
        <xsl:call-template name="codeLines"><xsl:with-param name="text" select="substring-after($text, '&#10;')"/><xsl:with-param name="in" select="$in"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:figure">
    <xsl:param name="in"/>
    <xsl:call-template name="picture"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="i:caption">
      <xsl:call-template name="line"><xsl:with-param name="in" select="$in"/></xsl:call-template>
      <xsl:value-of select="$in"/>
      <xsl:call-template name="marker"><xsl:with-param name="name" select="'caption'"/><xsl:with-param name="in" select="$in"/></xsl:call-template>
      <xsl:apply-templates select="i:caption/node()" mode="inline"><xsl:with-param name="in" select="$in"/></xsl:apply-templates>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- ======================= Tables ======================= -->

  <xsl:template match="i:table">
    <xsl:param name="in"/>
    <xsl:variable name="columns" select="count(i:row[1]/i:cell)"/>
    <xsl:variable name="words" select="normalize-space(@alignments)"/>
    <xsl:choose>
      <!-- What Markdown can draw: one head row, as many cells in each row, a line of text in each. -->
      <xsl:when test="@headerRows = 1 and not(i:caption) and $columns &gt; 0 and not(i:row[count(i:cell) != $columns])
        and not(i:row/i:cell[@columnSpan or @rowSpan or count(*) &gt; 1 or *[not(self::i:paragraph)] or i:paragraph[@role or not(node())]
          or .//i:code[contains(., '|')] or i:paragraph[count(node()) = 1 and i:lineBreak]])
        and string-length($words) &gt; 0 and string-length(translate($words, translate($words, ' ', ''), '')) = $columns - 1">
        <xsl:for-each select="i:row">
          <xsl:if test="position() &gt; 1"><xsl:value-of select="$in"/></xsl:if>
          <xsl:text>|</xsl:text>
          <xsl:for-each select="i:cell">
            <xsl:text> </xsl:text>
            <xsl:apply-templates select="i:paragraph/node()" mode="inline"><xsl:with-param name="in" select="'|'"/></xsl:apply-templates>
            <xsl:text> |</xsl:text>
          </xsl:for-each>
          <xsl:text>&#10;</xsl:text>
          <xsl:if test="position() = 1">
            <xsl:value-of select="concat($in, '|')"/>
            <xsl:call-template name="delimiters"><xsl:with-param name="words" select="concat($words, ' ')"/></xsl:call-template>
            <xsl:text>&#10;</xsl:text>
          </xsl:if>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>&lt;table</xsl:text>
        <xsl:if test="@headerRows"><xsl:value-of select="concat(' data-head=&quot;', @headerRows, '&quot;')"/></xsl:if>
        <xsl:if test="@alignments"><xsl:value-of select="concat(' data-align=&quot;', $words, '&quot;')"/></xsl:if>
        <xsl:text>&gt;&#10;</xsl:text>
        <xsl:if test="i:caption">
          <xsl:value-of select="concat($in, '&lt;caption&gt;&#10;')"/>
          <xsl:call-template name="line"><xsl:with-param name="in" select="$in"/></xsl:call-template>
          <xsl:value-of select="$in"/>
          <xsl:apply-templates select="i:caption/node()" mode="inline"><xsl:with-param name="in" select="$in"/></xsl:apply-templates>
          <xsl:text>&#10;</xsl:text>
          <xsl:call-template name="line"><xsl:with-param name="in" select="$in"/></xsl:call-template>
          <xsl:value-of select="concat($in, '&lt;/caption&gt;&#10;')"/>
        </xsl:if>
        <xsl:variable name="head" select="number(concat('0', @headerRows))"/>
        <xsl:for-each select="i:row">
          <xsl:variable name="tag">t<xsl:choose><xsl:when test="position() &lt;= $head">h</xsl:when><xsl:otherwise>d</xsl:otherwise></xsl:choose></xsl:variable>
          <xsl:value-of select="concat($in, '&lt;tr&gt;&#10;')"/>
          <xsl:for-each select="i:cell">
            <xsl:value-of select="concat($in, '&lt;', $tag)"/>
            <xsl:if test="@columnSpan"><xsl:value-of select="concat(' colspan=&quot;', @columnSpan, '&quot;')"/></xsl:if>
            <xsl:if test="@rowSpan"><xsl:value-of select="concat(' rowspan=&quot;', @rowSpan, '&quot;')"/></xsl:if>
            <xsl:text>&gt;</xsl:text>
            <xsl:variable name="text" select="string(i:paragraph)"/>
            <xsl:choose>
              <!-- Words without marks need no Markdown around them. -->
              <xsl:when test="count(*) = 1 and i:paragraph[not(@role)] and count(i:paragraph/node()) = 1 and i:paragraph/text()
                and normalize-space($text) = $text and translate($text, '*_&#x3000;&#xA0;&#x200B;&#xFEFF;&#xAD;', '') = $text">
                <xsl:call-template name="html"><xsl:with-param name="text" select="$text"/></xsl:call-template>
              </xsl:when>
              <xsl:when test="*">
              <xsl:text>&#10;</xsl:text>
              <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="*"/><xsl:with-param name="in" select="$in"/></xsl:call-template>
              <xsl:call-template name="line"><xsl:with-param name="in" select="$in"/></xsl:call-template>
              <xsl:value-of select="$in"/>
              </xsl:when>
            </xsl:choose>
            <xsl:value-of select="concat('&lt;/', $tag, '&gt;&#10;')"/>
          </xsl:for-each>
          <xsl:value-of select="concat($in, '&lt;/tr&gt;&#10;')"/>
        </xsl:for-each>
        <xsl:value-of select="concat($in, '&lt;/table&gt;&#10;')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="html">
    <xsl:param name="text"/>
    <xsl:variable name="half" select="floor(string-length($text) div 2)"/>
    <xsl:choose>
      <xsl:when test="translate($text, '&lt;&gt;&amp;', '') = $text"><xsl:value-of select="$text"/></xsl:when>
      <xsl:when test="$half &gt; 0">
        <xsl:call-template name="html"><xsl:with-param name="text" select="substring($text, 1, $half)"/></xsl:call-template>
        <xsl:call-template name="html"><xsl:with-param name="text" select="substring($text, $half + 1)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$text = '&lt;'">&amp;lt;</xsl:when>
      <xsl:when test="$text = '&gt;'">&amp;gt;</xsl:when>
      <xsl:otherwise>&amp;amp;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="delimiters">
    <xsl:param name="words"/>
    <xsl:variable name="word" select="substring-before($words, ' ')"/>
    <xsl:if test="$word != ''">
      <xsl:choose>
        <xsl:when test="$word = 'left'"> :--- |</xsl:when>
        <xsl:when test="$word = 'center'"> :---: |</xsl:when>
        <xsl:when test="$word = 'right'"> ---: |</xsl:when>
        <xsl:otherwise> --- |</xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="delimiters"><xsl:with-param name="words" select="substring-after($words, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- ======================= Running text ======================= -->

  <xsl:template match="text() | i:text" mode="inline">
    <xsl:param name="in"/>
    <xsl:variable name="before" select="preceding-sibling::node()[1]"/>
    <xsl:variable name="after" select="following-sibling::node()[1]"/>
    <xsl:variable name="plain" select="not(parent::i:strong or parent::i:emphasis or parent::i:superscript or parent::i:subscript or parent::i:link)"/>
    <!-- What would belong to the mark before it. -->
    <xsl:if test="$before[self::i:noteReference] and (starts-with(., '(') or starts-with(., ':'))">\</xsl:if>
    <!-- An exclamation mark before a bracket would make it a picture. -->
    <xsl:variable name="bang" select="boolean($after[self::i:link or self::i:noteReference] and substring(., string-length(.)) = '!')"/>
    <xsl:call-template name="text">
      <xsl:with-param name="text" select="substring(., 1, string-length(.) - $bang)"/>
      <xsl:with-param name="starts" select="($plain and not($before)) or boolean($before[self::i:lineBreak])"/>
      <xsl:with-param name="ends" select="($plain and not($after)) or boolean($after[self::i:lineBreak])"/>
      <xsl:with-param name="cell" select="$in = '|'"/>
    </xsl:call-template>
    <xsl:if test="$bang">\!</xsl:if>
  </xsl:template>

  <xsl:template match="i:lineBreak" mode="inline">
    <xsl:param name="in"/>
    <xsl:variable name="plain" select="not(parent::i:strong or parent::i:emphasis or parent::i:superscript or parent::i:subscript or parent::i:link)"/>
    <xsl:choose>
      <xsl:when test="$plain and not($in = '|' or $in = '#') and preceding-sibling::node()[1][not(self::i:lineBreak)]
        and following-sibling::node()[1][self::text()]">
        <xsl:value-of select="concat('\&#10;', $in)"/>
      </xsl:when>
      <xsl:otherwise>&lt;br&gt;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Asterisks where they cannot be mistaken, else the tags of HTML: Chinese has no blanks to tell their sides. -->
  <xsl:template match="i:strong | i:emphasis" mode="inline">
    <xsl:param name="in"/>
    <xsl:variable name="words" select="string(.)"/>
    <xsl:variable name="first" select="substring($words, 1, 1)"/>
    <xsl:variable name="last" select="substring($words, string-length($words))"/>
    <xsl:variable name="after" select="following-sibling::node()[1]"/>
    <xsl:variable name="isSafe" select="node()[1][self::text()] and node()[last()][self::text()] and not(.//i:strong or .//i:emphasis or .//i:lineBreak
      or ancestor::i:strong or ancestor::i:emphasis or preceding-sibling::node()[1][self::i:strong or self::i:emphasis]
      or $after[self::i:strong or self::i:emphasis]) and not(contains($edges, $first))
      and (not(contains($edges, $last)) or ($last != ' ' and not($after)) or ($last != ' ' and $after[self::text()] and contains($edges, substring($after, 1, 1))))"/>
    <xsl:variable name="tag">
      <xsl:choose>
        <xsl:when test="self::i:strong">strong</xsl:when>
        <xsl:otherwise>em</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="stars" select="substring('**', 1, 1 + boolean(self::i:strong))"/>
    <xsl:choose>
      <xsl:when test="$isSafe"><xsl:value-of select="$stars"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('&lt;', $tag, '&gt;')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates mode="inline"><xsl:with-param name="in" select="$in"/></xsl:apply-templates>
    <xsl:choose>
      <xsl:when test="$isSafe"><xsl:value-of select="$stars"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('&lt;/', $tag, '&gt;')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:superscript | i:subscript" mode="inline">
    <xsl:param name="in"/>
    <xsl:variable name="tag" select="substring(local-name(), 1, 3)"/>
    <xsl:value-of select="concat('&lt;', $tag, '&gt;')"/>
    <xsl:apply-templates mode="inline"><xsl:with-param name="in" select="$in"/></xsl:apply-templates>
    <xsl:value-of select="concat('&lt;/', $tag, '&gt;')"/>
  </xsl:template>

  <xsl:template match="i:code" mode="inline">
    <xsl:choose>
      <xsl:when test="normalize-space(.) = '' or contains(., '``') or contains(., '&#10;') or preceding-sibling::node()[1][self::i:code] or starts-with(., ' ') or substring(., string-length(.)) = ' '">
        <xsl:text>&lt;code&gt;</xsl:text>
        <xsl:call-template name="text"><xsl:with-param name="text" select="."/></xsl:call-template>
        <xsl:text>&lt;/code&gt;</xsl:text>
      </xsl:when>
      <xsl:when test="contains(., '`')"><xsl:value-of select="concat('`` ', ., ' ``')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('`', ., '`')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:link" mode="inline">
    <xsl:param name="in"/>
    <xsl:text>[</xsl:text>
    <xsl:apply-templates mode="inline"><xsl:with-param name="in" select="$in"/></xsl:apply-templates>
    <xsl:text>](</xsl:text>
    <xsl:call-template name="target"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="i:image" mode="inline"><xsl:call-template name="picture"/></xsl:template>
  <xsl:template name="picture">
    <xsl:text>![</xsl:text>
    <xsl:call-template name="text"><xsl:with-param name="text" select="string(@description)"/></xsl:call-template>
    <xsl:text>](</xsl:text>
    <xsl:call-template name="target"/>
    <xsl:text>)</xsl:text>
  </xsl:template>
  <xsl:template name="target">
    <xsl:choose>
      <xsl:when test="@target != '' and translate(@target, '&lt;&gt;() \&amp;&#9;&#10;&#13;', '') = @target"><xsl:value-of select="@target"/></xsl:when>
      <xsl:otherwise>
        <xsl:text>&lt;</xsl:text>
        <xsl:call-template name="escaped"><xsl:with-param name="text" select="@target"/><xsl:with-param name="marks" select="'&lt;&gt;\'"/></xsl:call-template>
        <xsl:text>&gt;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:noteReference" mode="inline">
    <xsl:if test="@p:number"><xsl:value-of select="concat('[^', @p:number, ']')"/></xsl:if>
  </xsl:template>

  <!-- ======================= Escapes ======================= -->

  <!-- A heading's own number signs at its end would be taken off. -->
  <xsl:template name="heading">
    <xsl:param name="text"/>
    <xsl:call-template name="text">
      <xsl:with-param name="text" select="$text"/>
      <xsl:with-param name="starts" select="true()"/>
      <xsl:with-param name="ends" select="true()"/>
      <xsl:with-param name="heading" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Words that are to stay words. `starts` and `ends`: whether a line of the paragraph begins or ends with them. -->
  <xsl:template name="text">
    <xsl:param name="text"/>
    <xsl:param name="starts" select="false()"/>
    <xsl:param name="ends" select="false()"/>
    <xsl:param name="cell" select="false()"/>
    <xsl:param name="heading" select="false()"/>
    <xsl:variable name="first" select="substring($text, 1, 1)"/>
    <xsl:variable name="last" select="substring($text, string-length($text))"/>
    <xsl:variable name="extra">
      <xsl:if test="$cell">|</xsl:if>
      <xsl:if test="$heading or contains($text, '#&#10;') or $last = '#'">#</xsl:if>
    </xsl:variable>
    <xsl:variable name="dot" select="substring-before(translate($text, ')', '.'), '.')"/>
    <xsl:choose>
      <xsl:when test="$text = ''"/>
      <xsl:when test="$starts and $first = ' '">
        <xsl:text>&amp;#32;</xsl:text>
        <xsl:call-template name="text">
          <xsl:with-param name="text" select="substring($text, 2)"/>
          <xsl:with-param name="ends" select="$ends"/>
          <xsl:with-param name="cell" select="$cell"/>
          <xsl:with-param name="heading" select="$heading"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$ends and $last = ' '">
        <xsl:call-template name="text">
          <xsl:with-param name="text" select="substring($text, 1, string-length($text) - 1)"/>
          <xsl:with-param name="starts" select="$starts"/>
          <xsl:with-param name="cell" select="$cell"/>
          <xsl:with-param name="heading" select="$heading"/>
        </xsl:call-template>
        <xsl:text>&amp;#32;</xsl:text>
      </xsl:when>
      <!-- A number with its dot, behind which a list would begin. -->
      <xsl:when test="$starts and $dot != '' and string-length($dot) &lt; 10 and translate($dot, $digits, '') = ''
        and (string-length($text) = string-length($dot) + 1 or substring($text, string-length($dot) + 2, 1) = ' ')">
        <xsl:value-of select="concat($dot, '\', substring($text, string-length($dot) + 1, 1))"/>
        <xsl:call-template name="text">
          <xsl:with-param name="text" select="substring($text, string-length($dot) + 2)"/>
          <xsl:with-param name="ends" select="$ends"/>
          <xsl:with-param name="cell" select="$cell"/>
          <xsl:with-param name="heading" select="$heading"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$starts and (contains('#&gt;=|', $first) or (contains('-+', $first) and (string-length($text) = 1 or contains(' -+', substring($text, 2, 1))))) and not($cell and $first = '|') and not($heading and $first = '#') and not($first = '#' and $last = '#')">\</xsl:if>
        <xsl:call-template name="escaped">
          <xsl:with-param name="text" select="$text"/>
          <xsl:with-param name="marks" select="concat($marks, $extra)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Text with a backslash before each of `marks`. Halved, as for YAML above. -->
  <xsl:template name="escaped">
    <xsl:param name="text"/>
    <xsl:param name="marks"/>
    <xsl:variable name="half" select="floor(string-length($text) div 2)"/>
    <xsl:choose>
      <xsl:when test="translate($text, concat($marks, $controls, '&#xFEFF;&#x85;&#x2028;&#x2029;'), '') = $text"><xsl:value-of select="$text"/></xsl:when>
      <xsl:when test="$half &gt; 0">
        <xsl:call-template name="escaped"><xsl:with-param name="text" select="substring($text, 1, $half)"/><xsl:with-param name="marks" select="$marks"/></xsl:call-template>
        <xsl:call-template name="escaped"><xsl:with-param name="text" select="substring($text, $half + 1)"/><xsl:with-param name="marks" select="$marks"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$text = '&#9;'">&amp;#9;</xsl:when>
      <xsl:when test="$text = '&#10;'">&amp;#10;</xsl:when>
      <xsl:when test="$text = '&#13;'">&amp;#13;</xsl:when>
      <xsl:when test="$text = '&#x85;'">&amp;#133;</xsl:when>
      <xsl:when test="$text = '&#x2028;'">&amp;#8232;</xsl:when>
      <xsl:when test="$text = '&#x2029;'">&amp;#8233;</xsl:when>
      <xsl:when test="$text = '&#xFEFF;'">&amp;#65279;</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('\', $text)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
