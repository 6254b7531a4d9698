"""Words of wares and services, by how rarely articles say them: what advertising strings together. Facts.

The numbers are tenths of the negative decimal logarithm of the share of 6,900 clean Chinese paragraphs that hold the
word (reviews, manuals, news), in steps of five, 40 at most. All are folded as audit.text.fold.fold folds.
"""

from __future__ import annotations

from typing import Final

TELLING_HAN: Final = {
    15: ("价格 免费 公司 开发 怎么 电话 装修 软件"),
    20: ("下载 价钱 便宜 出租 办理 哪里 市场 平台 收费 源码 空调 网站"),
    25: (
        "一台 一套 代理 价位 优化 优惠 信用卡 修理 入口 减肥 厂商 咨询 品牌 哪个 图片 地板 培训 多少 官方 定制 "
        "客服 家具 快递 怎样 打印 押金 施工 最低 最新版 机构 查询 检测 注册 流程 牌子 特价 登录 答案 维修 自驾 "
        "视频 诚信 费用 辅助"
    ),
    30: (
        "上门 二手 会所 会计 佣金 务工 包车 包过 医院 卫浴 哪儿 哪种 商城 外包 外挂 多少钱 奶粉 好吗 学校 官网 "
        "定位 家电 尺寸 工厂 打折 找人 技巧 折扣 推广 教程 最便宜 机票 模板 正规 清洗 热水器 物流 留学 直播 知名 "
        "破解 翻新 观看 辅导 送货 预约 高价 麻将"
    ),
    35: (
        "一对一 一平 一斤 专线 亲子 代发 低价 供应商 保健品 保姆 俱乐部 借款 借贷 公众号 兼职 利息 前十 加盟 印刷 "
        "厂家 名牌 哪家 回收 团购 好不好 婚纱 完整版 宠物 家政 小程序 建材 引流 彩票 微信 微信群 打工 报价 报价单 "
        "招商 挖掘机 排名 排行 排行榜 搬家 搬运 摄影 播放 权威 棋牌 正品 民宿 治疗 注销 涂料 淘宝 热线 瓷砖 "
        "生产商 租赁 租车 移民 签证 约会 经销商 网址 网贷 考证 联系方式 补习 贷款 资质 运费 配方 鉴定 钢琴 门店 "
        "门窗 面膜 额度 风水"
    ),
    40: (
        "一平米 专升本 专卖店 专科 丰胸 事务所 交友 代写 代办 代工 代练 代购 代运营 价格表 仿真 体验店 保洁 借钱 "
        "假发 偏方 充值 全集 八字 写真 农药 净水器 刷单 刷赞 办证 劳务 化妆品 化肥 十大 博彩 原装 叉车 哪款 图纸 "
        "增高 壮阳 大全 套现 好用吗 婚庆 学费 安卓版 定做 小贷 工作室 幼儿园 建站 开奖 开店 开户 开锁 征婚 "
        "成人高考 手机版 托福 托运 批发 批发商 报名 报考 招工 招聘 拼团 挖矿 攻略 效果图 整容 整形 施工队 旗舰店 "
        "无抵押 日结 旧货 时时彩 月嫂 月子 有效吗 有用吗 机床 植发 正规吗 求职 求购 涨粉 炒币 炒股 焊接 狗粮 理财 "
        "电脑版 疏通 瘦身 相亲 真题 矫正 祛斑 祛痘 私服 种子 秘方 秘籍 算命 管用吗 网店 美白 考研 职称 能赚钱吗 "
        "脱发 自考 苗木 苹果版 范文 订做 诊所 货源 贵吗 赌场 赚钱吗 起名 转让 速成 配资 陪聊 雅思 雕刻 靠谱 "
        "靠谱吗 题库 驾校 驾照 高仿 高清"
    ),
}

# The same of English words, in 11,500 clean paragraphs (manuals, pages of many kinds).
TELLING: Final = {
    15: ("best free used"),
    20: ("app course deal download iphone online phone price remove"),
    25: (
        "airbnb alternatives anti budget buy camera car cars cheap comparison contact cost costs credit custom "
        "dating deals estimate gift gifts guide ideas investment loss luxury minimum movie moving natural near "
        "oil party proxy replace review sale samsung sell solar store tax tips vpn watch website "
    ),
    30: (
        "advance affordable aluminum android approval attorney balloons bonus boots bot cameras classes cleaning "
        "compare contractors convert coverage cream debt delivery diet dj doctor domain drone drones "
        "episodes essay estimates factory fake fat fee fees fix flight flowers followers furniture gaming glasses "
        "hair hearing hire hiring hosting hotel immigration injury instant insurance ios labels laptop lawyer "
        "lawyers lease likes maker makeup manufacturer manufacturers marketing nearby outlet packaging panel pdf "
        "phones portable premium prices pricing printing protein rates rating recover repair resort reviews rings "
        "scam shed shop shops signals signs spa stores stream streaming tablet tablets taxes theme therapy ticket "
        "torrent trading traffic treatment truck trucks unlimited vacuum vendor venue vintage visa wallet wedding "
        ""
    ),
    35: (
        "accountant aids aquarium attorneys baskets bets betting bike bingo bitcoin builder bulk carpet "
        "cats certified charger cheapest clearance clinic complaints contractor courses creams cruise crypto cure "
        "discount dishwasher divorce dogs doors dresses emulator engraving enhancement flights flower "
        "garage guaranteed gutters hack handbags hd heater herbal horoscope hotels hvac irs jewelry "
        "keygen laptops lawn leash lottery machinery medication mod movies necklace organic overnight "
        "panels personalized photographer photographers poker powder printer prints promo protector pump pumps "
        "quote quotes rated rebate refund remedy remodeling rent resorts restore resume resumes salary secondhand "
        "seo serum sheds shirts shoes siding skincare slot slots smartwatch sneakers stocks subscribers "
        "sunglasses supplements supplier suppliers suv taxi therapist tickets tires torrents transplant "
        "treatments tutorial tutorials unlock vapes videographer vitamins watches webcam wholesale"
    ),
    40: (
        "aligners anti-aging antibiotics apartments apk appliances assignment astrology backlinks bankruptcy "
        "banners beginners blender blinds botox braces breeder breeders bridal broker brokers burner "
        "burners cabinets calculator casino casinos caterer catering cbd certification chargers charter charters "
        "cialis cleaners clinics cnc collagen collar collars cologne condo condos countertops coupon coupons "
        "cruises curtains cv dealer dealers dental dentist deposit detox discounted dissertation distributor "
        "distributors driveway dui earbuds earrings electrician embroidery enamel escort escorts essays ethereum "
        "excavator exterminator fence fencing filler fillers financing flooring florist forex forklift forklifts "
        "fryer fryers fungus furnace gazebo gummies gutter handbag headphones heaters hemp homework implants "
        "installment insurer iptv jackpot janitorial kennel keto kittens kratom lace landscaping legit lender "
        "lenders lenses limo lingerie liposuction loan loans locksmith lotion machining maid massage mattress "
        "mattresses mortgage mortgages motorcycle movers mower mp3 mugs notary pallet passport payday perfume "
        "pest pharmacy pill pills pins plumber plumbers plumbing prescription psychic puppies purifier purses "
        "ratings refinance refurbished rehab remedies remodel renovation rental rentals replica rims roofer "
        "roofing roulette same-day scooter second-hand seniors singles slimming sofa sofas spell sportsbook "
        "steroids stickers subtitles supplement tarot testosterone thesis tile tiles timeshare toddlers toner "
        "top-rated towing tractor tractors tutor tutors vacancies vacuums valves vape vendors veneers venues "
        "viagra villa villas voucher wallets weed whitening wigs wrinkle yacht"
    ),
}
