"""Subtitles and lyrics in the forms that players write."""

from __future__ import annotations

HAN = "渡船在天亮以前就离开了，码头上没有人看见它走。钟一直到中午才响。"
CUES = f"""1
00:00:01,000 --> 00:00:02,500
<i>Is anybody</i> there?

2
00:00:03,000 --> 00:00:04,500
{{\\an8}}Nobody.
42

3
00:00:05,000 --> 00:00:06,500
- {HAN}
- 没有。
"""
WEBVTT = """WEBVTT - talk

NOTE made by hand

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.500 align:start
<v Anna>Is anybody there?

00:03.000 --> 00:04.500
Nobody, <00:03.500>I think.
"""
EVENTS = """[Script Info]
Title: Ferry

[V4+ Styles]
Format: Name, Fontname

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,{\\i1}Is anybody{\\i0} there,\\Nor not?
Comment: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,not said
Dialogue: 0,0:00:03.00,0:00:04.50,Default,,0,0,0,,{\\p1}m 0 0 l 100 0
Dialogue: 0,0:00:03.00,0:00:04.50,Default,,0,0,0,,Nobody.
"""
TIMED = "[ti:The ferry]\n[ar:A. Roe]\n[00:01.20]Row her over\n[00:05.80][01:05.80]Row her <00:06.10>home\n\n"
FRAMED = "{0}{50}Is anybody there,|or not?\n{60}{100}{y:i}Nobody.\n"
SAMI = """<SAMI>
<HEAD><TITLE>Ferry</TITLE></HEAD>
<BODY>
<SYNC Start=1000><P Class=ENCC>Is anybody there,<br>or <i>not</i>?
<SYNC Start=2000><P Class=ENCC>&nbsp;
<SYNC Start=3000><P Class=ENCC>Nobody.
</BODY></SAMI>
"""
