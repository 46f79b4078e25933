import Gazette

/// The issue that `gazette new` writes.
enum StarterIssue {
  /// The starter in Markdown.
  static func markdown(in language: Language) -> String { language.isChinese ? chinese : english }

  private static let chinese = """
    # 工作简报

    第 1 期

    某某办公室

    2026年1月1日

    ---

    ## 目录

    【工作动态】

    - 第一篇稿件的标题

    【经验交流】

    - 第二篇稿件的标题

    ---

    ## 【工作动态】

    ### 第一篇稿件的标题

    正文从这里写起。段落之间空一行，首行缩进由程序完成。

    一、小标题这样写

    小标题下的正文。

    （供稿单位）

    ## 【经验交流】

    ### 第二篇稿件的标题

    **段首的重点可以加粗。**后面接着写正文。

    | 项目 | 数量 |
    | --- | ---: |
    | 示例 | 1 |

    （供稿单位）

    ---

    报：上级单位
    送：平级单位
    发：下级单位

    ---

    某某办公室　共印1份

    """

  private static let english = """
    # Office Bulletin

    No. 1

    Name of the Office

    1 January 2026

    ---

    ## In this issue

    **News**

    - Title of the first article

    **Experience**

    - Title of the second article

    ---

    ## News

    ### Title of the first article

    The text begins here. Leave a blank line between two paragraphs.

    (Contributing office)

    ## Experience

    ### Title of the second article

    **What matters can stand in bold.** The text goes on after it.

    | Item | Number |
    | --- | ---: |
    | Example | 1 |

    (Contributing office)

    ---

    To: the offices above
    Copies to: the offices beside

    """
}
