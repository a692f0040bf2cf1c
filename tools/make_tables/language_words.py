#!/usr/bin/env python3
"""Writes src/tables/language_words.tsv: small words and the languages they belong to.

    python3 tools/make_tables/language_words.py > src/tables/language_words.tsv

The lists are written here, by hand: articles, prepositions, pronouns, auxiliaries and conjunctions
of each language, none of them a common word of English by chance ("die" and "an" count for both).
"""
WORDS = {
    'en': '''the of and to in a is that was for on with as by at from it be he his are this have has had
        not were which their been will would they an or who its said but after also about more she
        her than over when there what into could can up out all new if no we you i do so him them''',
    'fr': '''le la les de des du un une et est en que qui dans pour par sur au aux avec ce cette ses son sa
        il elle ils ne pas plus se sont a été à ont mais leur leurs comme nous vous entre même après
        était ou où deux fait être d'un d'une l'on c'est qu'il''',
    'es': '''el la los las de del un una y es en que por para con su sus se no al lo como más fue ha han
        pero entre sobre este esta son también desde hasta sin muy ya año años según donde cuando
        había ser está tras dos o e''',
    'pt': '''o a os as de do da dos das um uma e é em que por para com seu sua seus se não ao aos no na nos
        nas mais foi como mas entre sobre este esta são também desde até sem já ano anos segundo
        quando ser está pelo pela ou à''',
    'it': '''il lo la i gli le di del della dei delle dello un una e è in che per con su suo sua si non al
        alla nel nella da dal dalla più come ma sono anche ha hanno tra fra questo questa dopo stato
        essere anni due o ed era''',
    'de': '''der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an
        werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum
        war haben nur oder aber vor zur bis mehr durch man sein wurde sei''',
    'nl': '''de het een van en in is dat op te zijn met voor niet aan er om ook als door naar bij of maar
        uit die dan worden werd wordt heeft hebben nog over zich meer tot geen deze hun was hij ze
        haar kan onder tegen''',
    'sv': '''och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi
        så kan när skulle under också efter eller nu än där vid mot ska ut år ha hade utan blev''',
    'da': '''og i at det er en til af den på for med de som har ikke et der var han men jeg sig fra vi så
        kan når skulle under også efter eller nu end hvor ved mod skal ud år hun blev blevet''',
    'no': '''og i at det er en til av den på for med de som har ikke et var han men jeg seg fra vi så kan
        når skulle under også etter eller nå enn hvor ved mot skal ut år hun ble blitt''',
    'fi': '''ja on ei että se oli hän mutta ovat tai myös kun joka sen mukaan ole kuin niin jo vain ovat
        olisi vielä sekä jos hänen ne mitä voi tämä jälkeen kanssa''',
    'pl': '''i w na z do się nie że to jest o jak za po od co przez dla przy oraz ale był była tym są tego
        jego jej ich który która które ze już także lub może będzie jako tylko''',
    'cs': '''a v na se je že s z do to o i za ve po pro jako ale by od který která které jsou byl byla bylo
        jeho její jejich při také už nebo podle ze k než aby však''',
    'hu': '''a az és hogy nem is egy van volt ez meg csak már de ha mint még vagy el ki után szerint azt
        lesz pedig majd sem között''',
    'ro': '''și în de la a cu pe din nu este o un care mai să pentru sunt fost că al ale au dar prin după
        sau între fi lui ei ce către''',
    'tr': '''ve bir bu da de için ile olarak daha çok olan en gibi kadar sonra ise ancak değil var her o ne
        ya ama olduğu tarafından oldu''',
}
rows = {}
for language, words in WORDS.items():
    for word in words.split():
        rows.setdefault(word, []).append(language)
print('# Small words and the languages they are common in. Written for this project, MIT.')
for word in sorted(rows, key=lambda w: w.encode()):
    print(word + '\t' + ' '.join(dict.fromkeys(rows[word])))
