"""What the program gets wrong and says so: each claim of a rule's page or of the README, with an input that shows it.

`right` is what should be found. A case that is found right one day fails its test: then it goes, and its claim with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

README = "README.md"


@dataclass(frozen=True, kw_only=True)
class Known:
    """An input, the sentence that owns up to it, and what is right.

    `breaks` and `keeps` are rules that `document` should break, or should not; `states` what its row should say.
    Other documents that it takes are in `beside`.
    """

    document: str
    where: str
    claim: str
    text: str
    breaks: str = ""
    keeps: str = ""
    states: Mapping[str, object] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, bytes]:
        """Return the files it takes, by path: a folder for each case, so that none is a sibling of another's."""
        texts = {self.document: self.text, **self.beside}
        return {f"{self.document}/{name}.txt": text.encode("utf-8", "surrogateescape") for name, text in texts.items()}


HARBOUR = (
    "The ferry to the islands was late again on Tuesday, because fog lay over the sound until noon.\n"
    "Passengers waited in the old customs house, where the harbour master had tea brought to them.\n"
    "He said that the lamps on the northern pier would be mended before the autumn storms begin.\n"
    "Most of them took it calmly, and a choir that was on its way to a wedding sang for an hour.\n"
)
BRIDGE = (
    "城南的老石桥昨天重新开放,附近的居民一早就来散步。\n"
    "修桥的师傅说,桥面的石板一共换了四十七块,其余的都是从前留下来的。\n"
    "孩子们在桥头放风筝,老人们坐在树下喝茶,说起小时候过桥上学的日子。\n"
)

KNOWN = (
    Known(
        document="one-bad-byte",
        where="ENC001",
        claim="One bad byte sets aside a whole document, however long.",
        text=BRIDGE + "下午起了风,\udcff大家才慢慢回家。\n" + BRIDGE.replace("昨天", "上周"),
        keeps="ENC001",
    ),
    Known(
        document="about-damaged-signs",
        where="ENC002",
        claim="A text that speaks about the sign, or about 锟斤拷, is flagged as well.",
        text="乱码的故事\n早年的网页上常常出现“锟斤拷”三个字,那是编码转换失败之后留下的痕迹。\n"
        "程序员看到它就会笑,因为大家都犯过同样的错误,也都花过一个下午去找原因。\n",
        keeps="ENC002",
    ),
    Known(
        document="mainframe-lines",
        where="ENC003",
        claim="U+0085 is a line break on some mainframes and is counted.",
        text=HARBOUR.replace("\n", "\x85"),
        keeps="ENC003",
    ),
    Known(
        document="company-sign",
        where="ENC005",
        claim="so a careful author may have meant exactly this code point",
        text=HARBOUR + "Press \uf8ff and Q together to leave the program, says the manual of the ticket machine.\n",
        keeps="ENC005",
    ),
    Known(
        document="breakable-address",
        where="ENC006",
        claim="A zero width space that an author put into a long address as a break opportunity is counted",
        text=HARBOUR
        + "The times are at https://ferry.example/\u200btimetables/\u200bautumn/\u200bislands.html all year.\n",
        keeps="ENC006",
    ),
    Known(
        document="mark-at-line-end",
        where="ENC007",
        claim="Old converters leave a lone mark at a line's end that changes nothing visible, and it is counted.",
        text=HARBOUR.replace("\n", "\u202c\n", 1),
        keeps="ENC007",
    ),
    Known(
        document="unicode-test-file",
        where="ENC011",
        claim="Test files for Unicode hold them on purpose.",
        text=HARBOUR + "The last code point of the plane, \uffff, must never be exchanged, says the test.\n",
        keeps="ENC011",
    ),
    Known(
        document="html-tutorial",
        where="ENC013",
        claim="A tutorial about HTML or JSON writes entities on purpose and is flagged like the rest.",
        text="Signs in web pages\nWrite &amp;lt; where a reader should see a less-than sign, and &amp;nbsp; for a "
        "blank that must not break.\nBrowsers turn &amp;quot; into a quotation mark, so that attributes may hold one.\n"
        "An ampersand itself is written &amp;amp; in every page that wants to be correct.\n",
        keeps="ENC013",
    ),
    Known(
        document="excited-reader",
        where="ENC014",
        claim="Excited readers write ???? as well.",
        text=HARBOUR + "???? Is that a way to treat people who have paid for their tickets in advance\n",
        keeps="ENC014",
    ),
    Known(
        document="few-fine-words",
        where="LNG001",
        claim="so a page with very little text may be set aside although its few words are fine",
        text="OK 2024\n",
        keeps="LNG001",
    ),
    Known(
        document="tutorial-with-code",
        where="LNG003",
        claim="A programming tutorial with more code than prose can fall on this side",
        text="Counting words\nThis function counts the words of a text.\n"
        + "counts = {}\nfor word in text.split():\n    counts[word] = counts.get(word, 0) + 1\n"
        "    if counts[word] > limit:\n        raise ValueError(f'{word!r}: {counts[word]}')\nreturn sorted(counts)\n"
        * 3
        + "Call it with any text that you like, and it returns the words in order.\n",
        states={"language": "en"},
    ),
    Known(
        document="language-lesson",
        where="LNG004",
        claim="Lessons of a foreign language are mixed by nature and are flagged.",
        text="Read the first paragraph aloud, then close the book and tell your neighbour what happened in the story.\n"
        "Der alte Müller ging jeden Morgen über die Brücke, um das Brot in die Stadt zu bringen, bevor es hell wurde.\n"
        "Now answer the questions below in whole sentences, and compare your answers with those of the others.\n"
        "Am Abend kam er müde zurück und erzählte seinen Kindern, was er auf dem Markt gesehen und gehört hatte.\n",
        keeps="LNG004",
    ),
    Known(
        document="poem-in-its-language",
        where="LNG006",
        claim="Poems, quotations and song texts in their own language are legitimate and are flagged.",
        text=HARBOUR + "The choir sang a song that its leader had brought home from the mountains many years ago:\n"
        "Am Morgen liegt der Nebel auf dem See, und keiner weiß, wohin die Boote fahren, die gestern noch hier waren.\n"
        "When they had ended, there was silence in the hall, and then the harbour master clapped his hands.\n",
        keeps="LNG006",
    ),
    Known(
        document="variants-compared",
        where="LNG007",
        claim="Articles that compare the variants, classical quotations and personal names mix them rightly.",
        text="简体与繁体\n简化字“书”写作“書”,“车”写作“車”,“马”写作“馬”,“门”写作“門”,“东”写作“東”。\n"
        "两种写法读音相同,读者看几天就会习惯,学校里的老师也常常把它们放在一起比较。\n",
        keeps="LNG007",
    ),
    Known(
        document="price-lists",
        where="DUP002",
        claim="Two texts that differ in nothing but punctuation or signs (two price lists, two formulas) count as one.",
        text="The bakery has counted its bread for the year, and the miller has looked at the numbers twice.\n"
        "Rye stands at +4,200 and wheat at -1,300, while oats have not been asked for since the new oven came.\n",
        beside={
            "other": "The bakery has counted its bread for the year, and the miller has looked at the numbers twice.\n"
            "Rye stands at -4,200 and wheat at +1,300, while oats have not been asked for since the new oven came.\n"
        },
        keeps="DUP002",
    ),
    Known(
        document="two-weather-reports",
        where="DUP003",
        claim="So do versions that differ in less than three places",
        text="The weather office expects wind from the north and a calm sea on Monday, with fog over the sound until "
        "noon and clear skies in the afternoon, so that small boats may leave the harbour without a warning.\n"
        "The highest temperature will be 14 degrees on the islands and 17 degrees in the town, a little more than "
        "usual for the time of the year, and the night will be dry.\n",
        beside={
            "other": "The weather office expects wind from the west and a calm sea on Thursday, with fog over the "
            "sound until noon and clear skies in the afternoon, so that small boats may leave the harbour without a "
            "warning.\nThe highest temperature will be 11 degrees on the islands and 12 degrees in the town, a "
            "little more than usual for the time of the year, and the night will be dry.\n"
        },
        keeps="DUP003",
    ),
    Known(
        document="translated",
        where="DUP003",
        claim="A translation or a free retelling is not found.",
        text="山上的天文台今年夏天对外开放,每个星期五晚上都有人来看星星。\n"
        "管理员说,望远镜是一百年前从海边运来的,镜片至今没有换过。\n"
        "来得最多的是附近中学的学生,他们带着本子,把看到的一点一点画下来。\n",
        beside={
            "english": "The observatory on the hill is open to visitors this summer, and every Friday night people "
            "come to look at the stars.\nThe telescope was brought from the coast a hundred years ago, says its "
            "keeper, and the lens has never been changed.\nMost of them are pupils of the school nearby, who draw "
            "what they see, point by point, in books that they bring with them.\n"
        },
        breaks="DUP003",
    ),
    Known(
        document="litany",
        where="DUP005",
        claim="Songs, litanies and legal forms repeat themselves rightly.",
        text="The song of the ferrymen\nRow on, row on, the tide is high, and the lamps of home are burning bright.\n"
        "We left the shore when the moon was new, and the bread was warm and the sails were white.\n"
        "Row on, row on, the tide is high, and the lamps of home are burning bright.\n"
        "We lost a mast in the northern sound, and we lost our way in the middle of night.\n"
        "Row on, row on, the tide is high, and the lamps of home are burning bright.\n",
        keeps="DUP005",
    ),
    Known(
        document="daily-column",
        where="DUP007",
        claim="Series and daily columns (the weather, the markets) share their title rightly.",
        text=f"The week at the harbour\n\nBy Anna Feld\n\n{HARBOUR}",
        beside={
            "last-week": "The week at the harbour\n\nBy Anna Feld\n\nTwo fishermen found a bottle with a letter in it "
            "near the lighthouse, and nobody can read the hand.\nThe school has sent it to a museum, which answered "
            "with a long list of questions about the cork.\nUntil it is settled the letter lies in the window of the "
            "bakery, where everybody may look at it.\n"
        },
        keeps="DUP007",
    ),
    Known(
        document="headline-with-a-stop",
        where="FLD001",
        claim="A headline that ends like a sentence, or stands far from the top, can be missed.",
        text=f"老石桥终于回来了。\n{BRIDGE}",
        states={"title": "老石桥终于回来了。"},
    ),
    Known(
        document="byline-without-a-word",
        where="FLD004",
        claim="Bylines without a signal word (by, 作者, 文) are mostly missed.",
        text=f"Fog over the sound\n\nMarten Holm\n\n{HARBOUR}",
        states={"author": "Marten Holm"},
    ),
    Known(
        document="complete-and-short",
        where="FLD005",
        claim="A short review or a flash of news is complete at this length.",
        text="老桥今天重新开放了。\n",
        keeps="FLD005",
    ),
    Known(
        document="cut-between-words",
        where="FLD007",
        claim="a Chinese text cut between two words looks whole",
        text="新开放,附近的居民一早就来散步。\n" + BRIDGE.partition("\n")[2],
        breaks="FLD007",
    ),
    Known(
        document="brand-in-small-letters",
        where="FLD007",
        claim="Brand names in lower case and verse mislead it.",
        text="easyferry, which runs the boats, has bought two new ones that will arrive in spring.\n" + HARBOUR,
        keeps="FLD007",
    ),
    Known(
        document="signed-at-the-end",
        where="FLD008",
        claim="Verse, lists, signatures and the habit of leaving out the last full stop look the same.",
        text=HARBOUR.rstrip(".\n") + "\n",
        keeps="FLD008",
    ),
    Known(
        document="announcement",
        where="FLD009",
        claim="Announcements and deadlines lie in the future by nature.",
        text=f"Concert at the pier\n\n2 March 2024\n\n{HARBOUR}The concert is on 14 June 2024, and tickets are free.\n",
        keeps="FLD009",
    ),
    Known(
        document="about-sharing",
        where="BPL006",
        claim="An article about social media may say the same words about its subject.",
        text="按钮的历史\n\n很多网站在文章后面写着“请扫描二维码关注我们的公众号”,研究者统计了三年里的变化。\n"
        "他们发现,读者看到“点击分享到朋友圈”这句话时,多半已经离开了页面,并没有去点它。\n"
        "后来一些编辑把它删掉,文章的阅读时间反而变长了,这让大家都很意外。\n",
        keeps="BPL006",
    ),
    Known(
        document="research-corpus",
        where="SPN002",
        claim="Corpora for research are often segmented on purpose.",
        text="城南 的 老 石桥 昨天 重新 开放 , 附近 的 居民 一早 就 来 散步 。\n"
        "修桥 的 师傅 说 , 桥面 的 石板 一共 换 了 四十七 块 , 其余 的 都 是 从前 留下来 的 。\n"
        "孩子们 在 桥头 放 风筝 , 老人们 坐 在 树下 喝茶 , 说起 小时候 的 日子 。\n",
        keeps="SPN002",
    ),
    Known(
        document="zero-for-a-letter",
        where="SPN003",
        claim="Other look-alikes (0 and O, Cyrillic letters in Latin words) are not counted yet.",
        text=HARBOUR
        + "Captain Olsen said so, and Captain 0lsen said it again.\nСaptain Olsen has not been seen since, "
        "though Captain Olsen is known to everybody on the islands.\n",
        breaks="SPN003",
    ),
    Known(
        document="told-freely",
        where="SPN005",
        claim="A paraphrase by a language model, a translation and a free retelling are missed",
        text=HARBOUR,
        beside={
            "again": "Haze kept the island boat at its berth until midday on Tuesday, once more.\nThose who had bought "
            "a passage sat in the former toll building and were given something hot to drink by the man in charge of "
            "the port.\nLights at the pier's far end, he promised, will work again before rough weather comes in the "
            "fall.\nHardly anyone complained; singers bound for a marriage feast performed for sixty minutes.\n"
        },
        breaks="SPN005",
    ),
    Known(
        document="reader-comments",
        where=README,
        claim="It takes teasers and some reader comments that are written as prose for article text",
        text=f"Fog over the sound\n\n{HARBOUR}\nComments\n\nPeter, 3 hours ago\nI was on that boat as well, and the "
        "tea was cold, but I must say that the choir was the best that I have heard in years.\n\nLinda, 2 hours ago\n"
        "The same thing happened to us in spring, and nobody brought us tea, so be glad that you were treated "
        "so well.\n",
        states={"body": "\n".join(HARBOUR.strip().split("\n"))},
    ),
)
