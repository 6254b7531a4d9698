"""Texts told again by rule, as spinning programs do: other words, other order. No model, no outside thesaurus.

Words of the tables below give way to a word of their row, other words of content to a stand-in: a measure of surfaces
cannot tell a synonym from any other word, so what stands instead does not matter to it. Function words, numbers, Latin
names in Chinese text and titles in 《》 stay, as they do in spun text.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import Final

CHINESE: Final = """
使用 运用 采用 | 增加 增长 提升 | 减少 降低 缩减 | 重要 关键 要紧 | 开始 着手 启动 | 结束 完结 收尾
发现 察觉 找到 | 帮助 协助 帮忙 | 问题 难题 疑问 | 方法 办法 途径 | 可能 或许 也许 | 需要 须要 要求
显示 表明 呈现 | 认为 觉得 以为 | 表示 称 指出 | 目前 当前 眼下 | 进行 开展 实施 | 通过 经由 借助
提供 供给 给予 | 包括 包含 涵盖 | 许多 很多 众多 | 非常 十分 极其 | 迅速 快速 飞快 | 简单 容易 简便
困难 艰难 不易 | 获得 取得 得到 | 选择 挑选 选取 | 改变 转变 变更 | 支持 支撑 扶持 | 建立 设立 创建
完成 达成 做完 | 影响 作用 波及 | 研究 探究 考察 | 工作 任务 活儿 | 公司 企业 厂商 | 用户 使用者 客户
系统 体系 平台 | 文件 档案 文档 | 命令 指令 口令 | 安装 装设 部署 | 运行 执行 运转 | 打开 开启 启用
关闭 关掉 停用 | 检查 核查 查看 | 创造 缔造 打造 | 比较 对比 较为 | 大约 大概 约莫 | 立即 马上 即刻
经常 时常 往往 | 全部 所有 一切 | 部分 局部 片段 | 不同 相异 有别 | 相同 一致 一样 | 主要 首要 主体
特别 尤其 格外 | 最近 近来 近日 | 以前 从前 过去 | 以后 今后 之后 | 人们 大家 众人 | 孩子 儿童 小孩
城市 都市 城镇 | 国家 国度 全国 | 政府 当局 官方 | 市场 行情 商圈 | 价格 价钱 售价 | 产品 商品 货品
技术 工艺 科技 | 数据 资料 数字 | 信息 消息 讯息 | 网络 互联网 网路 | 计划 规划 打算 | 希望 期望 盼望
喜欢 喜爱 爱好 | 知道 知晓 了解 | 说明 解释 阐述 | 介绍 引介 推荐 | 强大 强劲 有力 | 优秀 出色 杰出
安全 稳妥 保险 | 免费 无偿 不收钱 | 允许 准许 许可 | 禁止 严禁 不准 | 添加 加入 增添 | 删除 移除 去掉
修改 更改 改动 | 保存 存储 留存 | 更新 升级 刷新 | 版本 版次 型号 | 功能 机能 用途 | 特性 特点 特征
错误 差错 毛病 | 正确 准确 无误 | 结果 成果 后果 | 原因 缘由 起因 | 首先 第一 起先 | 然后 接着 随后
最后 末了 终于 | 因此 所以 故而 | 但是 然而 不过 | 如果 假如 倘若 | 虽然 尽管 纵使 | 例如 比如 譬如
同时 与此同时 一并 | 记者 采访者 访员
"""
ENGLISH: Final = """
use employ apply | increase raise boost | reduce lower shrink | important crucial vital
begin start launch | finish complete end | find discover locate | help assist aid | problem trouble issue
method approach technique | perhaps maybe possibly | need require | show display reveal
think believe reckon | currently presently now | provide supply offer | include contain cover
many numerous | very extremely highly | quickly rapidly swiftly | simple easy plain
difficult hard tough | obtain gain acquire | choose select pick | change alter modify
support back sustain | build construct create | effect impact influence | research study inquiry
work labour | company firm business | people folk persons | children kids youngsters
city town municipality | country nation state | price cost | government administration authorities
market marketplace | product item article | technology engineering | information details
network web grid | plan scheme project | hope wish desire | like enjoy love | know realise understand
explain clarify describe | strong powerful mighty | excellent superb outstanding | safe secure protected
free gratis | allow permit let | forbid ban prohibit | remove delete erase | keep retain preserve
update refresh renew | version edition release | feature trait property | error mistake
correct accurate right | result outcome consequence | reason cause motive | first initially
finally lastly | therefore thus hence | however nevertheless yet | often frequently regularly
whole entire complete | part portion section | different distinct unlike | same identical equal
main chief principal | special particular unusual | recent latest fresh | before earlier previously
large big | small little tiny | good fine decent | bad poor awful | new novel modern | old ancient aged
said stated remarked | told informed advised
"""
_ROWS: Final = [row.split() for row in f"{CHINESE}|{ENGLISH}".replace("\n", "|").split("|") if row.strip()]
_ROW_OF: Final = {word: row for row in _ROWS for word in row}
_LONGEST: Final = 5
# Characters that stay: particles, pronouns, measure words, conjunctions.
_FUNCTION: Final = frozenset(
    "的了在是和有与对为也就都而及之以其这那我你他她它们不没人上下中大个年月日时分到从被把将让给很更最又再还于或但则且并"
)
_STAND_INS: Final = (
    "山水田园风云雷雨江河湖海花草树木春夏秋冬东西南北金银铜铁布衣米面"
    "茶酒书画琴棋门窗桥路船车马牛羊鱼鸟虫石土火光声色香味"
)
WORDS: Final = """
garden river meadow lantern copper window candle harbour pepper saddle velvet orchard thunder ribbon pillow
marble basket feather hammer island jacket kettle ladder mirror needle oyster pencil quarry rocket silver
timber valley
"""
STOPS: Final = """
about above after again also because been being between both does doing down during each from further have
having here into itself just more most once only other over same some such than that their them then there
these they this those through under until were what when where which while whom will with would your yours
could should
"""
_WORDS: Final = WORDS.split()
_STOPS: Final = frozenset(STOPS.split())
_SENTENCE: Final = re.compile(r"[^。！？!?\n]{0,400}[。！？!?\n]?|[^.\n]{0,400}\.(?=\s)")
_PIECE: Final = re.compile(r"《[^》\n]{1,40}》|[A-Za-z]+|[一-鿿]+|[^A-Za-z一-鿿]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spin:
    """How a text is told again: shares of words replaced, clauses that change places, sentences lost."""

    replaced: float = 0.6
    swapped: float = 0.15
    shuffled: bool = False
    dropped: float = 0.0


def retell(text: str, spin: Spin, seed: int) -> str:
    """Return `text` told again; the same seed gives the same text."""
    chance = random.Random(seed)
    lines = []
    for line in text.split("\n"):
        sentences = [s for s in _SENTENCE.findall(line) if chance.random() >= spin.dropped]
        lines += [_swapped(_reworded(s, spin.replaced, chance), spin.swapped, chance) for s in sentences if s]
        lines.append("\n")
    if spin.shuffled:
        chance.shuffle(lines)
    return "".join(lines).strip("\n")


def _swapped(sentence: str, share: float, chance: random.Random) -> str:
    mark = "，" if "，" in sentence else ", "
    clauses = sentence.split(mark)
    for at in range(len(clauses) - 2):
        if chance.random() < share:
            clauses[at], clauses[at + 1] = clauses[at + 1], clauses[at]
    return mark.join(clauses)


def _reworded(sentence: str, share: float, chance: random.Random) -> str:
    out = []
    for piece in _PIECE.findall(sentence):
        if "一" <= piece[0] <= "鿿":
            out += [_other(word, share, chance) for word in _chinese_words(piece)]
        else:
            out.append(_english_other(piece, share, chance))
    return "".join(out)


def _chinese_words(run: str) -> list[str]:
    found, at = [], 0
    while at < len(run):
        size = next((n for n in range(_LONGEST, 1, -1) if run[at : at + n] in _ROW_OF), 0)
        size = size or (1 if run[at] in _FUNCTION or run[at + 1 : at + 2] in _FUNCTION else 2)
        found.append(run[at : at + size])
        at += size
    return found


def _other(word: str, share: float, chance: random.Random) -> str:
    if word in _FUNCTION or chance.random() >= share:
        return word
    if word in _ROW_OF:
        return chance.choice([other for other in _ROW_OF[word] if other != word])
    return "".join(chance.choices(_STAND_INS, k=len(word)))


def _english_other(word: str, share: float, chance: random.Random) -> str:
    plain = word.islower() and word.isascii() and word.isalpha()
    if not plain or len(word) <= 3 or word in _STOPS or chance.random() >= share:
        return word
    others = [other for other in _ROW_OF.get(word, _WORDS) if other != word]
    return chance.choice(others)
