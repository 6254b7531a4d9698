"""Of logs of chats what members say is kept, and what the program tells is left out and named; other texts stay."""

from __future__ import annotations

import pytest

from audit.read.codec.decode import byte_offsets
from tests.read.reading import read

ANDROID = """\
1/4/24, 07:15 - Messages and calls are end-to-end encrypted. Tap to learn more.
1/4/24, 07:15 - Nadia created group "Choir"
1/4/24, 07:16 - Nadia: Rehearsal is in the small hall today
1/4/24, 07:20 - Oskar: I bring the notes
of the second voice
1/4/24, 07:21 - Oskar changed this group's icon
1/4/24, 07:30 - Nadia: Pia left the group by mistake
"""
OTHER_TELEPHONE = """\
[1.4.24, 07:15:02] Chor: \u200eNachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.
\u200e[1.4.24, 07:15:09] \u200eNadia hat dich hinzugefügt
[1.4.24, 07:16:11] Nadia: Die Probe ist heute im kleinen Saal
[1.4.24, 07:20:40] Oskar: Ich bringe die Noten mit
"""
LINE = """\
[LINE] Chat history in Choir
Saved on: 2024/04/01 09:30

2024/04/01(Mon)
07:15\tNadia invited Oskar to the group.
07:16\tNadia\tRehearsal is in the small hall today
07:20\tOskar\tI bring the notes
"""
KAKAO = """\
합창단 님과 카카오톡 대화
저장한 날짜 : 2024년 4월 1일 오전 9:30

수진님이 지훈님을 초대했습니다.
[수진] [오전 7:16] 오늘 연습은 작은 강당에서 해요
[지훈] [오전 7:20] 악보는 제가 가져갈게요
"""
QQ = """\
消息记录（此消息记录为文本格式，不支持重新导入）

================================================================
消息分组:我的QQ群
================================================================
消息对象:合唱团
================================================================

2024-04-01 07:15:10 系统消息(10000)
阿平加入本群。

2024-04-01 07:16:11 小娜(20202)
今天在小礼堂排练

2024-04-01 07:20:40 阿平<ping@example.org>
我带谱子
"""
DISCORD = """\
==============================================================
Guild: Choir
Channel: Text Channels / general
==============================================================

[01/04/2024 07:15] oskar
Joined the server.

[01/04/2024 07:16] nadia
Rehearsal is in the small hall today

[01/04/2024 07:20] oskar
I bring the notes

==============================================================
Exported 3 message(s)
==============================================================
"""
IRSSI = """\
--- Log opened Mon Apr 01 07:00:01 2024
07:15 -!- oskar [~o@host.example] has joined #choir
07:16 <@nadia> rehearsal is in the small hall today
07:18  * nadia hums
07:20 < oskar> i bring the notes
"""
WEECHAT = "2024-04-01 07:15:01\t-->\toskar (~o@host.example) has joined #choir\n" + "".join(
    f"2024-04-01 07:16:0{n}\t{name}\t{said}\n" for n, (name, said) in enumerate([("nadia", "small hall"), ("o", "ok")])
)
BRACKETS = "[07:15] * oskar joined #choir\n[07:16] <nadia> small hall today\n[07:20] <oskar> i bring the notes\n"


@pytest.mark.parametrize(
    ("log", "told", "said"),
    [
        pytest.param(ANDROID, 3, ["Nadia: Rehearsal", "of the second voice", "Pia left the group"], id="WhatsApp"),
        pytest.param(OTHER_TELEPHONE, 2, ["kleinen Saal", "Ich bringe"], id="WhatsApp, brackets"),
        pytest.param(LINE, 2, ["2024/04/01(Mon)", "small hall", "I bring"], id="LINE"),
        pytest.param(KAKAO, 2, ["작은 강당에서", "가져갈게요"], id="KakaoTalk"),
        pytest.param(QQ, 2, ["小娜(20202)\n今天", "我带谱子"], id="QQ"),
        pytest.param(DISCORD, 3, ["nadia\nRehearsal", "I bring"], id="Discord"),
        pytest.param(IRSSI, 2, ["small hall", "* nadia hums", "i bring"], id="irssi"),
        pytest.param(WEECHAT, 1, ["small hall", "ok"], id="WeeChat"),
        pytest.param(BRACKETS, 1, ["small hall", "i bring"], id="brackets"),
    ],
)
def test_what_the_program_tells_is_named_and_left_out(tmp_path, log, told, said):
    (found,) = read(tmp_path, "a.txt", log.encode())
    kept = found.decoded.text
    assert found.remark.startswith(f"dropped {told:,} line")
    assert all(part in kept for part in said)
    for part in (
        "encrypted",
        "verschlüsselt",
        "hinzugefügt",
        "invited",
        "초대",
        "加入",
        "消息",
        "joined",
        "Exported",
        "icon",
    ):
        assert part.lower() not in kept.lower()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("18:04 Tor: Holm trifft.\n18:09 Gelb: Orme foult.\n18:11 Der Regen nimmt zu.\n" * 3, id="ticker"),
        pytest.param("[2024-04-01 07:15:02] INFO: started\n[2024-04-01 07:15:09] the gate opens\n" * 5, id="server"),
        pytest.param(
            "09:00\tHall A\tOpening\n10:00\tHall B\tRopes\n12:00\tLunch\n13:00\tHall A\tTar\n", id="timetable"
        ),
        pytest.param("1.4.2024 - Rain: all day.\n2.4.2024 - Sun: at noon.\n3.4.2024 - We went out.\n", id="diary"),
        pytest.param("<anna> hello\n<bob> hi\n* anna waves\n*** and then it was dark\n"[:37], id="nothing told"),
        pytest.param("1/4/24, 07:15 - The boat left.\n1/4/24, 07:30 - It came back.\n", id="no names"),
        pytest.param("====================\nMinutes\n====================\n\n[a] b\nJoined the server.\n", id="rules"),
    ],
)
def test_other_texts_stay(tmp_path, text):
    (found,) = read(tmp_path, "a.txt", text.encode())
    assert (found.decoded.text if found.decoded else found.raw.decode(), found.remark) == (text, None)


def test_bytes_are_those_of_the_file(tmp_path):
    raw = OTHER_TELEPHONE.encode()
    (found,) = read(tmp_path, "a.txt", raw)
    (start,) = byte_offsets(found.decoded, raw, [found.decoded.text.index("Ich bringe")])
    assert raw[start : start + 10] == b"Ich bringe"
