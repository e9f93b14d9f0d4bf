// cspell:disable
/**
 * The commonest short words of languages, by tag: articles, prepositions, pronouns, forms of “to be”. They are a third to a
 * half of any text. Words that several of these languages share are left out where they would tell nothing.
 */
export const FUNCTION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: 'the of and to is that it was for on are with as his they at be this have from or had by but what were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into has look more write see who its did get come made may with you not my me no he i all one where why own',
    de: 'der die das und ist nicht ein eine einen einem einer eines den dem des zu mit auf für von im sich auch es ich du er wir ihr sie war sind wird werden haben hat als wie bei oder nach nur noch aber aus über unter durch dann wenn dass kann zum zur am vom um kein keine mehr sein seine ihre was wer wo hier dieser diese dieses so man',
    fr: 'le la les des du un une et est en que qui dans pour pas sur au aux avec ce cette ces il elle ils elles nous vous je tu se son sa ses leur leurs ne mais ou où par plus sont était être avoir ont été comme tout très bien sans si deux après aussi même fait on votre vos notre',
    es: 'el los las del un una y es en que por para con no se su sus al lo como más pero este esta estos estas son era ser está están ha han hay muy sin sobre también donde cuando entre yo tú él ella nosotros ellos nos le les qué cómo cuál hasta desde porque todo todos la de',
    it: 'il lo gli le un una di che è e per con non si del della dei delle degli dello nel nella nei nelle al alla ai alle dal dalla sul sulla come più ma anche sono era essere ha hanno questo questa questi queste suo sua loro cosa quando dove perché tra fra se ci io tu lui lei noi voi',
    pl: 'i w na z do nie się że to jest o jak co po od za przez dla przy ale czy są był była było być ten ta te tego tej tym który która które ich jego jej oraz lub a ze we już tylko tak może można więc gdy kiedy gdzie bardzo pod nad przed aby u ja ty on ona my wy oni',
    cy: 'y yr a i o yn ar am at er gan gyda heb hyd mewn neu nid oes oedd mae maen roedd sydd sy bod wedi yw ydy wrth fel ond hefyd hwn hon hyn hynny eu ei eich ein ti chi nhw ef hi fod cael pan os beth pwy ble sut dydy ddim i’r a’r o’r y’r',
    nl: 'de het een en van ik te dat die in is niet op zijn voor met als er maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu geen omdat worden wordt werd kan waar wie welke hun ons jullie',
    pt: 'o os as um uma do da dos das no na nos nas em e é que para com não se por mais como mas ao à aos às foi são ser está estão ele ela eles elas seu sua seus suas isso isto este esta esse essa muito também já quando onde porque até sem sobre entre pelo pela você nós eu tu de',
  }).map(([tag, words]) => [tag, new Set(words.split(' '))]),
);
