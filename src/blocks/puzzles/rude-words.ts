// cspell:disable
/**
 * Words that must not be in a word search by accident, apart from English ones, which are those of the library `obscenity`.
 * From the “List of Dirty, Naughty, Obscene, and Otherwise Bad Words” by Shutterstock and others
 * (github.com/LDNOOBW/List-of-Dirty-Naughty-Obscene-and-Otherwise-Bad-Words, commit 5faf2ba), licensed under
 * CC BY 4.0 (creativecommons.org/licenses/by/4.0). Changed: only single words, written as in puzzles, without those that
 * contain another.
 */
export const RUDE_WORDS: Readonly<Record<string, string>> = {
  de: `
    analritter arsch bimbo bonze bratze bumsen doedel fick flittchen fotze fratze hackfresse hure ische kacke
    kackwurst kampflesbe kanake kimme luemmel milf moepse moese morgenlatte mufti muschi nackt neger nigger
    nippel nutte onanieren orgasmus penis pimmel pimpern pinkeln pissen pisser popel poppen porno reudig
    rosette schabracke scheisse schiesser schlampe schnackeln schwanzlutscher schwuchtel tittchen titten
    voegeln vollpfosten wichse`,
  es: `
    asesinato asno bastardo bollera cabron caca chupada chupapollas chupeton concha coprofagia coño culo
    drogas esperma follador follar gilipichis gilipollas heroina idiota imbecil infierno jilipollas kapullo
    maciza macizorra maldito mamada marica maricon martillo mierda nazi orina pedo pendejo pervertido pezon
    pinche pis prostituta puta racista ramera sadico semen sexo soplagaitas soplapollas travesti trio verga
    vulva`,
  fr: `
    baiser bander bigornette bite bitte bloblos bordel bourre brackmard branlage branler branlette branleur
    branleuse caca chatte chiasse chier chiottes clito con couilles cramouille cul emmerdant enfoire etron
    folle foutre gerbe gouine grogniasse gueule jouir malpt merde meuf negre negro palucher pedale pede peter
    pipi pisser pouffiasse putain pute ramoner salaud salope suce tanche tapette teuch tringler trique
    troncher turlute zigounette zizi`,
  it: `
    allupato ammucchiata anale arrapato arrusa arruso assatanato bagascia bagassa bagnarsi baldracca balle
    battere battona belino biga bocchinara bocchino bofilo boiata bordello brinca bucaiolo budiulo busone
    cacca caciocappella cadavere cagare cagata cagna casci cazzata cazzimma cazzo cesso checca chiappa
    chiavare chiavata ciospo coglione coglioni cornuto cozza culattina culattone culo ditalino fava
    femminuccia fica figa figone finocchio fottere fottersi fracicone fregna frocio froscio goldone guardone
    imbecille incazzarsi ingoio lecchino lofare loffa mannaggia merda merdoso mignotta minchia minchione mona
    monta mussa nerchia padulo palle palloso patacca patonza pecorina pesce picio pincare pinnolone pipi
    pippa pippone pirla pisciare piscio pisello pistolotto pomiciare pompa pompino porca porco potta puppami
    puttana quaglia recchione regina rizzarsi ruffiano sbattersi sborra sborrone sbrodolata scopare scopata
    scorreggiare sega slinguare slinguata smandrappata soccia socmel sorca spagnola spompinare sticchio
    stronza stronzo succhiami succhione sveltina sverginare tarzanello terrone tette tirare topa troia
    trombare vacca vangare zinne zoccola`,
  pl: `
    burdel ciota cipa cyc debil dmuchać dupa dupek duperele dziwka fiut gówno huj jajco jajko jebany jebać
    kurwa kurwy kutafon kutas pieprzyć pierdolec pierdolić pierdolnięty pierdolnąć pierdoła pierdzieć pizda
    pojeb popierdolony ruchać rzygać sraczka srać suka syf wkurwiać zajebisty`,
};
