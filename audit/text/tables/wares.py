"""English words of wares and services, by how rarely articles say them: what advertising strings together. Facts.

The numbers are tenths of the negative decimal logarithm of the share of 11,500 clean paragraphs (manuals, pages of many
kinds) that hold the word, in steps of five, 40 at most. All are folded as audit.text.fold.fold folds.
"""

from __future__ import annotations

from typing import Final

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
