"""What is got wrong, and said so, of encodings, languages and spun texts."""

from __future__ import annotations

from tests.known_failures.known import BRIDGE, HARBOUR, Known

OF_LANGUAGES = (
    Known(
        document="one-bad-byte",
        where="ENC001",
        claim="A single bad byte sets aside the whole document, however long.",
        text=BRIDGE + "下午起了风,\udcff大家才慢慢回家。\n" + BRIDGE.replace("昨天", "上周"),
        keeps="ENC001",
    ),
    Known(
        document="about-damaged-signs",
        where="ENC002",
        claim="A text that discusses U+FFFD or 锟斤拷 is flagged as well.",
        text="乱码的故事\n早年的网页上常常出现“锟斤拷”三个字,那是编码转换失败之后留下的痕迹。\n"
        "程序员看到它就会笑,因为大家都犯过同样的错误,也都花过一个下午去找原因。\n",
        keeps="ENC002",
    ),
    Known(
        document="mainframe-lines",
        where="ENC003",
        claim="U+0085, a line break on some mainframes, is counted.",
        text=HARBOUR.replace("\n", "\x85"),
        keeps="ENC003",
    ),
    Known(
        document="company-sign",
        where="ENC005",
        claim="so an author may have meant exactly this code point",
        text=HARBOUR + "Press \uf8ff and Q together to leave the program, says the manual of the ticket machine.\n",
        keeps="ENC005",
    ),
    Known(
        document="breakable-address",
        where="ENC006",
        claim="A zero-width space or word joiner that an author inserted to allow or forbid a line break is counted",
        text=HARBOUR
        + "The times are at https://ferry.example/\u200btimetables/\u200bautumn/\u200bislands.html all year.\n",
        keeps="ENC006",
    ),
    Known(
        document="mark-at-line-end",
        where="ENC007",
        claim="Old converters leave a lone mark at the end of a line that changes nothing visible; it is counted.",
        text=HARBOUR.replace("\n", "\u202c\n", 1),
        keeps="ENC007",
    ),
    Known(
        document="unicode-test-file",
        where="ENC011",
        claim="Unicode test files contain them on purpose.",
        text=HARBOUR + "The last code point of the plane, \uffff, must never be exchanged, says the test.\n",
        keeps="ENC011",
    ),
    Known(
        document="html-tutorial",
        where="ENC013",
        claim="A tutorial about HTML, JSON or mail that writes entities or escapes on purpose is flagged as well.",
        text="Signs in web pages\nWrite &amp;lt; where a reader should see a less-than sign, and &amp;nbsp; for a "
        "blank that must not break.\nBrowsers turn &amp;quot; into a quotation mark, so that attributes may hold one.\n"
        "An ampersand itself is written &amp;amp; in every page that wants to be correct.\n",
        keeps="ENC013",
    ),
    Known(
        document="excited-reader",
        where="ENC014",
        claim="People also write ???? for emphasis.",
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
        claim="A programming tutorial that is nearly all code may be flagged",
        text="Counting words\nThis function counts the words of a text.\n"
        + "counts = {}\nfor word in text.split():\n    counts[word] = counts.get(word, 0) + 1\n"
        "    if counts[word] > limit:\n        raise ValueError(f'{word!r}: {counts[word]}')\nreturn sorted(counts)\n"
        * 12
        + "Call it with any text that you like, and it returns the words in order.\n",
        states={"language": "en"},
    ),
    Known(
        document="language-lesson",
        where="LNG004",
        claim="Language lessons are mixed by nature and are flagged.",
        text="Read the first paragraph aloud, then close the book and tell your neighbour what happened in the story.\n"
        "Der alte Müller ging jeden Morgen über die Brücke, um das Brot in die Stadt zu bringen, bevor es hell wurde.\n"
        "Now answer the questions below in whole sentences, and compare your answers with those of the others.\n"
        "Am Abend kam er müde zurück und erzählte seinen Kindern, was er auf dem Markt gesehen und gehört hatte.\n",
        keeps="LNG004",
    ),
    Known(
        document="poem-in-its-language",
        where="LNG006",
        claim="Poems, quotations and lyrics in their own language are legitimate and are flagged.",
        text=HARBOUR + "The choir sang a song that its leader had brought home from the mountains many years ago:\n"
        "Am Morgen liegt der Nebel auf dem See, und keiner weiß, wohin die Boote fahren, die gestern noch hier waren.\n"
        "When they had ended, there was silence in the hall, and then the harbour master clapped his hands.\n",
        keeps="LNG006",
    ),
    Known(
        document="variants-compared",
        where="LNG007",
        claim="Articles that compare the variants, classical quotations and personal names mix them legitimately.",
        text="简体与繁体\n简化字“书”写作“書”,“车”写作“車”,“马”写作“馬”,“门”写作“門”,“东”写作“東”。\n"
        "两种写法读音相同,读者看几天就会习惯,学校里的老师也常常把它们放在一起比较。\n",
        keeps="LNG007",
    ),
    Known(
        document="research-corpus",
        where="SPN002",
        claim="Research corpora are often segmented on purpose.",
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
        claim="Paraphrases by a language model, translations and free retellings are missed",
        text=HARBOUR,
        beside={
            "again": "Haze kept the island boat at its berth until midday on Tuesday, once more.\nThose who had bought "
            "a passage sat in the former toll building and were given something hot to drink by the man in charge of "
            "the port.\nLights at the pier's far end, he promised, will work again before rough weather comes in the "
            "fall.\nHardly anyone complained; singers bound for a marriage feast performed for sixty minutes.\n"
        },
        breaks="SPN005",
    ),
)
