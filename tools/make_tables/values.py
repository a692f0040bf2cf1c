#!/usr/bin/env python3
"""Makes the tables that dates and figures are read with: src/tables/{number_words,units,currencies,
months,weekdays,time_units,hedges,festivals,zones,tense_cues,
figure_words}.tsv. Run it from anywhere after a change.

Every list is written for this project (MIT); the sources are common knowledge: the English number
words, ISO 4217 codes, the SI and the exact definitions of the imperial units."""
import os

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "tables")


def write(name, what, rows):
    lines = {}
    for key, *fields in rows:
        line = "\t".join([key, *map(str, fields)])
        assert lines.setdefault(key, line) == line, (name, lines[key], line)
    body = sorted(lines.values(), key=lambda line: line.split("\t")[0].encode())
    with open(os.path.join(OUT, name + ".tsv"), "w", encoding="utf-8", newline="\n") as f:
        f.write(f"# {what} Made by tools/make_tables/values.py, written for this project, MIT.\n")
        f.writelines(line + "\n" for line in body)


# ---- number words: word, class, value ------------------------------------------------------------
UNITS = "zero one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth").split()


def number_words():
    for i, w in enumerate(UNITS):
        yield w, "unit", i
    for i, w in enumerate(TEENS):
        yield w, "teen", 10 + i
    for i, w in enumerate(TENS):
        yield w, "tens", 20 + 10 * i
        yield w[:-1] + "ieth", "ordinal_tens", 20 + 10 * i
    for i, w in enumerate(ORDINALS):
        yield w, "ordinal", i + 1
    for w, v in (("hundred", 100), ("thousand", 10 ** 3), ("million", 10 ** 6), ("billion", 10 ** 9),
                 ("trillion", 10 ** 12), ("quadrillion", 10 ** 15), ("milliard", 10 ** 9), ("crore", 10 ** 7), ("lakh", 10 ** 5)):
        yield w, "magnitude", v
        yield w + "s", "magnitude_plural", v
        if w in ("hundred", "thousand", "million", "billion"):
            yield w + "th", "ordinal_magnitude", v
    for w, v in (("mn", 10 ** 6), ("mln", 10 ** 6), ("bn", 10 ** 9), ("bln", 10 ** 9), ("tn", 10 ** 12), ("trn", 10 ** 12)):
        yield w, "magnitude", v
    for w, v in (("m", 10 ** 6), ("k", 10 ** 3), ("b", 10 ** 9)):
        yield w, "magnitude_letter", v
    yield "tens", "group_plural", 10
    yield "dozen", "group", 12
    yield "dozens", "group_plural", 12
    yield "scores", "group_plural", 20
    for w, v in (("half", 2), ("third", 3), ("quarter", 4), ("fifth", 5), ("tenth", 10)):
        if w in ("half", "quarter"):
            yield w, "fraction", v
    for w, v in (("halves", 2), ("thirds", 3), ("quarters", 4), ("fifths", 5), ("sixths", 6), ("sevenths", 7), ("eighths", 8),
                 ("ninths", 9), ("tenths", 10)):
        yield w, "fraction_plural", v


# ---- units of measure: written form, canonical unit, dimension, factor to the base unit, offset ----
def units():
    #        canonical, dimension, factor, forms
    spec = [
        ("mm", "length", "0.001", "mm millimetre millimeter"), ("cm", "length", "0.01", "cm centimetre centimeter"),
        ("m", "length", "1", "metre meter"), ("km", "length", "1000", "km kms kilometre kilometer"),
        ("in", "length", "0.0254", "inch"), ("ft", "length", "0.3048", "ft foot"), ("yd", "length", "0.9144", "yd yds yard"),
        ("mi", "length", "1609.344", "mile"), ("nmi", "length", "1852", "nmi"), ("ly", "length", "9460730472580800", "light-year"),
        ("g", "mass", "0.001", "gram gramme"), ("mg", "mass", "0.000001", "mg milligram"), ("kg", "mass", "1", "kg kgs kilo kilogram kilogramme"),
        ("t", "mass", "1000", "tonne"), ("ton", "mass", "907.18474", "ton"), ("kt", "mass", "1000000", "kilotonne kiloton"),
        ("lb", "mass", "0.45359237", "lb lbs pound-weight"), ("oz", "mass", "0.028349523125", "oz ounce"),
        ("st", "mass", "6.35029318", "stone"),
        ("kn", "speed", "0.514444444444", "kn kt knot"), ("mph", "speed", "0.44704", "mph"), ("km/h", "speed", "0.277777777778", "kph kmh"),
        ("m2", "area", "1", "sqm"), ("km2", "area", "1000000", "sqkm"), ("ha", "area", "10000", "ha hectare"), ("ac", "area", "4046.8564224", "acre"),
        ("l", "volume", "1", "litre liter"), ("ml", "volume", "0.001", "ml millilitre milliliter"),
        ("gal", "volume", "3.785411784", "gallon"), ("bbl", "volume", "158.987294928", "bbl barrel"),
        ("W", "power", "1", "watt"), ("kW", "power", "1000", "kw kilowatt"), ("MW", "power", "1000000", "mw megawatt"),
        ("GW", "power", "1000000000", "gw gigawatt"), ("TW", "power", "1000000000000", "tw terawatt"),
        ("kWh", "energy", "3600000", "kwh kilowatt-hour"), ("MWh", "energy", "3600000000", "mwh megawatt-hour"),
        ("GWh", "energy", "3600000000000", "gwh gigawatt-hour"), ("TWh", "energy", "3600000000000000", "twh"),
        ("hp", "power", "745.699871582", "hp horsepower"), ("V", "voltage", "1", "volt"), ("A", "current", "1", "ampere"),
        ("B", "data", "1", "byte"), ("kB", "data", "1000", "kb kilobyte"), ("MB", "data", "1000000", "mb megabyte"),
        ("GB", "data", "1000000000", "gb gigabyte"), ("TB", "data", "1000000000000", "tb terabyte"),
        ("Mbps", "data rate", "1000000", "mbps"), ("Gbps", "data rate", "1000000000", "gbps"),
        ("Hz", "frequency", "1", "hz hertz"), ("kHz", "frequency", "1000", "khz kilohertz"), ("MHz", "frequency", "1000000", "mhz megahertz"),
        ("GHz", "frequency", "1000000000", "ghz gigahertz"), ("dB", "sound", "1", "db decibel"),
        ("°", "angle", "1", "degree °"), ("cal", "food energy", "1", "calorie"), ("kcal", "food energy", "1", "kcal kilocalorie"),
        ("px", "pixel", "1", "pixel megapixel"), ("bp", "share", "0.0001", "bp bps"),
    ]
    plural = {"inch": "inches", "foot": "feet", "hertz": "hertz", "horsepower": "horsepower", "stone": "stone"}
    for canonical, dimension, factor, forms in spec:
        for f in forms.split():
            yield f, canonical, dimension, factor, 0
            if len(f) > 3 and f not in ("mbps", "gbps", "kgs", "kms") or f == "ton":
                yield plural.get(f, f + "s"), canonical, dimension, factor, 0
    for a in ("mile", "miles"):
        yield "nautical " + a, "nmi", "length", "1852", 0
        yield "square " + a, "mi2", "area", "2589988.110336", 0
        for per in ("per", "an", "a"):
            yield f"{a} {per} hour", "mph", "speed", "0.44704", 0
    for unit in ("kilometre", "kilometer"):
        for s in ("", "s"):
            yield f"square {unit}{s}", "km2", "area", "1000000", 0
            for per in ("per", "an", "a"):
                yield f"{unit}{s} {per} hour", "km/h", "speed", "0.277777777778", 0
    yield "km / h", "km/h", "speed", "0.277777777778", 0
    yield "km per hour", "km/h", "speed", "0.277777777778", 0
    for unit in ("metre", "meter"):
        for s in ("", "s"):
            yield f"square {unit}{s}", "m2", "area", "1", 0
            yield f"cubic {unit}{s}", "m3", "volume", "1000", 0
            yield f"{unit}{s} per second", "m/s", "speed", "1", 0
    for w in ("foot", "feet"):
        yield "square " + w, "ft2", "area", "0.09290304", 0
        yield "cubic " + w, "ft3", "volume", "28.316846592", 0
    yield "metric ton", "t", "mass", "1000", 0
    yield "metric tons", "t", "mass", "1000", 0
    yield "metric tonnes", "t", "mass", "1000", 0
    for w in ("light year", "light years"):
        yield w, "ly", "length", "9460730472580800", 0
    yield "kilowatt hours", "kWh", "energy", "3600000", 0
    yield "megawatt hours", "MWh", "energy", "3600000000", 0
    yield "gigawatt hours", "GWh", "energy", "3600000000000", 0
    for name, letter, factor, offset in (("celsius", "C", "1", "273.15"), ("centigrade", "C", "1", "273.15"),
                                         ("fahrenheit", "F", "0.555555555556", "255.372222222")):
        yield f"degrees {name}", "°" + letter, "temperature", factor, offset
        yield f"degree {name}", "°" + letter, "temperature", factor, offset
        yield f"° {letter.lower()}", "°" + letter, "temperature", factor, offset
    for w in ("point", "points"):
        yield w, "points", "points", "1", 0
    for w in ("basis point", "basis points"):
        yield w, "bp", "share", "0.0001", 0


# ---- currencies: written form, ISO code, worth in that currency, where it may stand (any, before, after) ----
def currencies():
    for sign, code in (("$", "USD"), ("us$", "USD"), ("u.s.$", "USD"), ("€", "EUR"), ("£", "GBP"), ("gb£", "GBP"), ("gb £", "GBP"),
                       ("¥", "JPY"), ("₹", "INR"), ("₽", "RUB"), ("₩", "KRW"), ("₺", "TRY"), ("₴", "UAH"), ("₪", "ILS"), ("₦", "NGN"),
                       ("₱", "PHP"), ("฿", "THB"), ("₫", "VND"), ("₸", "KZT"), ("au$", "AUD"), ("a$", "AUD"), ("ca$", "CAD"), ("c$", "CAD"),
                       ("can$", "CAD"), ("nz$", "NZD"), ("hk$", "HKD"), ("s$", "SGD"), ("sg$", "SGD"), ("nt$", "TWD"), ("r$", "BRL"),
                       ("mx$", "MXN"), ("rs", "INR"), ("rs.", "INR"), ("ru₽", "RUB"), ("cn¥", "CNY"), ("rmb", "CNY"), ("zł", "PLN"), ("kr", "SEK")):
        yield sign, code, 1, "any"
    codes = ("USD EUR GBP JPY CHF AUD CAD NZD CNY HKD SGD TWD INR RUB KRW TRY UAH ILS NGN PHP THB VND KZT BRL MXN ARS CLP COP PEN SEK NOK "
             "DKK ISK PLN CZK HUF RON BGN RSD ZAR EGP KES GHS MAD TND SAR AED QAR KWD BHD OMR JOD IRR IQD PKR BDT LKR NPR IDR MYR BYN GEL AMD "
             "AZN UZS DZD LYD ETB UGX TZS BWP").split()
    for code in codes:
        yield code.lower(), code, 1, "code"
    for words, code in (("dollar dollars", "USD"), ("euro euros", "EUR"), ("pound pounds quid sterling", "GBP"), ("yen", "JPY"),
                        ("yuan renminbi", "CNY"), ("rupee rupees", "INR"), ("ruble rubles rouble roubles", "RUB"), ("franc francs", "CHF"),
                        ("lira liras", "TRY"), ("hryvnia hryvnias hryvnya", "UAH"), ("shekel shekels", "ILS"), ("naira", "NGN"), ("baht", "THB"),
                        ("dong", "VND"), ("tenge", "KZT"), ("reais", "BRL"), ("zloty zlotys", "PLN"), ("koruna korunas", "CZK"),
                        ("forint forints", "HUF"), ("leu lei", "RON"), ("lev leva", "BGN"), ("ringgit", "MYR"), ("rupiah", "IDR"), ("won", "KRW"),
                        ("taka", "BDT"), ("rand", "ZAR"), ("dirham dirhams", "AED"), ("riyal riyals", "SAR"), ("kroner", "NOK"), ("kronor crowns", "SEK"),
                        ("peso pesos", "MXN"), ("cedi cedis", "GHS"), ("birr", "ETB")):
        for w in words.split():
            yield w, code, 1, "after"
    for country, code in (("us", "USD"), ("u.s.", "USD"), ("american", "USD"), ("australian", "AUD"), ("canadian", "CAD"), ("hong kong", "HKD"),
                          ("singapore", "SGD"), ("new zealand", "NZD"), ("taiwan", "TWD")):
        for w in ("dollar", "dollars"):
            yield f"{country} {w}", code, 1, "after"
    for country, code in (("swiss", "CHF"),):
        for w in ("franc", "francs"):
            yield f"{country} {w}", code, 1, "after"
    for a, w, code in (("swedish", "kronor", "SEK"), ("swedish", "krona", "SEK"), ("swedish", "crowns", "SEK"), ("danish", "kroner", "DKK"),
                       ("danish", "crowns", "DKK"), ("norwegian", "kroner", "NOK"), ("norwegian", "crowns", "NOK"), ("czech", "crowns", "CZK"),
                       ("czech", "koruna", "CZK"), ("icelandic", "kronur", "ISK"), ("british", "pounds", "GBP"), ("pounds", "sterling", "GBP"),
                       ("egyptian", "pounds", "EGP"), ("indian", "rupees", "INR"), ("pakistani", "rupees", "PKR"), ("sri lankan", "rupees", "LKR"),
                       ("mexican", "pesos", "MXN"), ("argentine", "pesos", "ARS"), ("chilean", "pesos", "CLP"), ("colombian", "pesos", "COP"),
                       ("philippine", "pesos", "PHP"), ("russian", "rubles", "RUB"), ("russian", "roubles", "RUB"), ("chinese", "yuan", "CNY"),
                       ("japanese", "yen", "JPY"), ("turkish", "lira", "TRY"), ("saudi", "riyals", "SAR"), ("qatari", "riyals", "QAR"),
                       ("moroccan", "dirhams", "MAD"), ("kenyan", "shillings", "KES"), ("polish", "zlotys", "PLN"), ("south korean", "won", "KRW"),
                       ("brazilian", "reais", "BRL"), ("south african", "rand", "ZAR"), ("iranian", "rials", "IRR")):
        yield f"{a} {w}", code, 1, "after"
    for words, code in (("cent cents", "USD"), ("euro-cent euro-cents eurocent eurocents", "EUR"), ("penny pence", "GBP"),
                        ("kopeck kopecks", "RUB"), ("paise", "INR")):
        for w in words.split():
            yield w, code, "0.01", "after"


MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def months():
    for i, m in enumerate(MONTHS, 1):
        yield m, i, "full"
        if len(m) > 4:
            yield m[:3], i, "short"
    yield "sept", 9, "short"


def weekdays():
    for i, d in enumerate(WEEKDAYS):
        yield d, i, "full"
    for short, i in (("mon", 0), ("tue", 1), ("tues", 1), ("wed", 2), ("weds", 2), ("thu", 3), ("thur", 3), ("thurs", 3), ("fri", 4)):
        yield short, i, "short"


# ---- units of time: form, letter of TIMEX3, how many of it, days of one, plural or not ----
def time_units():
    for w, letter, n, days in (("year", "Y", 1, 365.2425), ("month", "M", 1, 30.436875), ("week", "W", 1, 7), ("day", "D", 1, 1),
                               ("decade", "Y", 10, 3652.425), ("century", "Y", 100, 36524.25), ("fortnight", "W", 2, 14),
                               ("hour", "TH", 1, "0.0416666666667"), ("minute", "TM", 1, "0.000694444444444"),
                               ("second", "TS", 1, "0.0000115740740741"), ("quarter", "Q", 1, 91.310625), ("weekend", "WE", 1, 2),
                               ("millennium", "Y", 1000, 365242.5)):
        yield w, letter, n, days, "one"
        yield {"century": "centuries", "millennium": "millennia"}.get(w, w + "s"), letter, n, days, "many"
    for w, of in (("yr", ("Y", 1, 365.2425)), ("hr", ("TH", 1, "0.0416666666667")), ("min", ("TM", 1, "0.000694444444444")),
                  ("sec", ("TS", 1, "0.0000115740740741"))):
        yield w, *of, "one"
        yield w + "s", *of, "many"
    yield "mins", "TM", 1, "0.000694444444444", "many"


# ---- hedges: the words before a figure, and what they do to it ----
HEDGES = {
    "about": "about|around|approximately|roughly|some|an estimated|estimated|circa|in the region of|in the order of|close on|"
             "more or less|something like|an average of|towards|toward",
    "nearly": "nearly|almost|close to|just under|just below|not quite|just shy of|slightly less than|slightly under|slightly below|"
              "a little under|a little less than|approaching|practically|virtually|just short of",
    "just_over": "just over|just above|just more than|slightly over|slightly above|slightly more than|a little over|a little more than|"
                 "a bit over|a bit more than|a little above",
    "more_than": "more than|over|above|in excess of|greater than|upwards of|upward of|well over|well above|far more than|much more than|"
                 "exceeding|higher than|north of|beyond|surpassing|topping",
    "at_least": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|as many as at least",
    "less_than": "less than|fewer than|under|below|well under|well below|lower than|far fewer than|far less than",
    "up_to": "up to|at most|no more than|not more than|as many as|as much as|as high as|a maximum of|maximum of|at the most|maximally",
}


def hedges():
    for kind, words in HEDGES.items():
        for w in words.split("|"):
            yield w, kind


# ---- days of fixed date: name, month-day or a full date ----
def festivals():
    for name, day in (("christmas", "12-25"), ("christmas day", "12-25"), ("christmas eve", "12-24"), ("xmas", "12-25"), ("boxing day", "12-26"),
                      ("new year's eve", "12-31"), ("new year's day", "01-01"), ("new year", "01-01"), ("valentine's day", "02-14"),
                      ("st valentine's day", "02-14"), ("st patrick's day", "03-17"), ("st. patrick's day", "03-17"), ("april fools' day", "04-01"),
                      ("april fool's day", "04-01"), ("may day", "05-01"), ("bastille day", "07-14"), ("halloween", "10-31"),
                      ("all saints' day", "11-01"), ("all saints day", "11-01"), ("all souls' day", "11-02"), ("guy fawkes night", "11-05"),
                      ("bonfire night", "11-05"), ("armistice day", "11-11"), ("veterans day", "11-11"), ("epiphany", "01-06"),
                      ("juneteenth", "06-19"), ("anzac day", "04-25"), ("earth day", "04-22"), ("australia day", "01-26"), ("canada day", "07-01"),
                      ("fourth of july", "07-04"), ("cinco de mayo", "05-05"), ("international women's day", "03-08"), ("burns night", "01-25"),
                      ("st george's day", "04-23"), ("st andrew's day", "11-30"), ("holocaust memorial day", "01-27"), ("europe day", "05-09"),
                      ("d-day", "1944-06-06"), ("ve day", "1945-05-08"), ("9/11", "2001-09-11"), ("black monday", "1987-10-19"),
                      ("black thursday", "1929-10-24"), ("pearl harbor day", "12-07"), ("groundhog day", "02-02")):
        yield name, day


# ---- words for a time of day and zones ----
def zones():
    for z, offset in (("utc", "Z"), ("gmt", "Z"), ("bst", "+01:00"), ("cet", "+01:00"), ("cest", "+02:00"), ("eet", "+02:00"), ("eest", "+03:00"),
                      ("msk", "+03:00"), ("est", "-05:00"), ("edt", "-04:00"), ("cst", "-06:00"), ("cdt", "-05:00"), ("mst", "-07:00"),
                      ("mdt", "-06:00"), ("pst", "-08:00"), ("pdt", "-07:00"), ("jst", "+09:00"), ("kst", "+09:00"), ("hkt", "+08:00"),
                      ("aest", "+10:00"), ("aedt", "+11:00"), ("nzst", "+12:00"), ("et", ""), ("pt", ""), ("ct", ""), ("ist", "")):
        yield z, offset


# ---- words beside a figure ----
# "numbered": the figure behind it is a name ("Section 17"); "stop": it ends the noun phrase behind a
# figure; "person": somebody whose age may follow; "not_ordinal": "first lady".
NUMBERED = """section sections article articles chapter page pages flight flights route highway road room rule resolution title line
platform gate number no no. nr nos version model type class phase tier grade level step part volume episode station district ward zone division
sector building apartment flat suite lot exhibit clause paragraph schedule appendix table figure game group minute channel radio studio area
block bus train tram motorway interstate exit pier berth stage lap seed windows android ios iphone ipad playstation xbox boeing airbus
formula league schengen unit annex amendment proposition directive protocol covid psalm verse isbn tel phone fax box postcode zip id
ref case docket psa form bill act court cell minute""".split()
STOPS = """a an the this that these those and or but nor so yet if when while as than because although though where whether
of in on at by for to from with without within into onto over under between among against during after before since until through
across about above below behind beside near off out up down around per via toward towards despite except like
i you he she it we they me him her us them his its their our your my who whom whose which what
is are was were be been being am has have had having do does did will would shall should can could may might must
not n't also only just already still now then there here again together too very even more less most least each every both all any some other others
said says told according including such ago earlier later away back ahead apart left alone once twice versus v vs""".split()
PERSONS = """man woman boy girl mother father brother sister son daughter wife husband teacher student driver pilot farmer nurse doctor widow
widower grandmother grandfather uncle aunt cousin nephew niece suspect victim resident pensioner captain worker soldier officer singer actor
actress player fan mum mom dad neighbour neighbor friend colleague partner twin fiance girlfriend boyfriend""".split()
NOT_ORDINAL = """lady ladies aid minister class degree name names hand language responder responders gentleman person past floor-plan
amendment avenue street party world place-holder wave-like baron nation nations light sight glance instance""".split()


def figure_words():
    rows = {}
    for kind, words in (("numbered", NUMBERED), ("stop", STOPS), ("person", PERSONS), ("not_ordinal", NOT_ORDINAL)):
        for w in words:
            rows.setdefault(w, []).append(kind)
    for w, kinds in rows.items():
        yield w, " ".join(kinds)


# ---- verbs and words that tell whether a clause looks back or ahead ----
PAST = """was were had did went came said told made took gave got found left felt met won lost fell rose held kept began began broke brought built
bought caught chose cut drew drove fought flew forgot froze grew heard hid hit hurt knew laid led lent let lit meant paid put read rang ran saw sold
sent shot shut sang sank sat slept spoke spent stood stole struck swore swam taught thought threw understood woke wore wrote withdrew became
died beat bid bet burst cost quit spread split shed ate dealt dug fed fled flung leapt learnt lay bore bound bred overtook undertook underwent foresaw
swept swung slid spun sought clung crept dwelt ground shook shrank sprang stuck stung tore wept wound rebuilt resold reset rode blew drank gone been
done seen given taken written shown known fallen risen begun broken chosen driven spoken stolen sworn torn worn beaten hidden jailed ago""".split()
FUTURE = """will shall 'll due next scheduled planned plans plan planning expected expects expect slated upcoming going must tomorrow intends intend
ahead soon wo ca would should can could may might ought aims hopes wants seeks forthcoming tentatively pending proposed set anticipated anticipates
projected forecast predicted foreseen postponed rescheduled promised promises vowed vows pledged pledges""".split()


def tense_cues():
    for w in dict.fromkeys(PAST):
        if w not in FUTURE:
            yield w, "past"
    for w in FUTURE:
        yield w, "future"
    for w in ("hundred need indeed united speed breed seed feed exceed proceed succeed sacred naked weed deed greed creed bleed "
              "steed kindred wicked rugged limited").split():
        yield w, "none"


if __name__ == "__main__":
    write("number_words", "Number words: word, class, value.", number_words())
    write("units", "Units of measure: form, unit, dimension, factor to the base unit, offset.", units())
    write("currencies", "Currencies: form, ISO 4217 code, worth in it, place beside the figure.", currencies())
    write("months", "Months: name, number, full or short.", months())
    write("weekdays", "Weekdays: name, 0 = Monday, full or short.", weekdays())
    write("time_units", "Units of time: form, TIMEX3 letter, how many of it, days, one or many.", time_units())
    write("hedges", "Hedges before a figure: words, kind.", hedges())
    write("festivals", "Days of fixed date: name, month-day or date.", festivals())
    write("zones", "Time zones: abbreviation, offset from UTC (empty: it depends).", zones())
    write("tense_cues", "Words that tell whether a clause looks back or ahead: word, past, future or none.", tense_cues())
    write("figure_words", "Words beside a figure: word, what they do to it.", figure_words())
