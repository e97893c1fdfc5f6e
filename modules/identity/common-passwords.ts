/**
 * Passwords that open accounts at the first guess: what breach lists agree on, in the languages our people write, and what
 * our own names suggest. Lower case, without trailing digits and signs (the rule cuts those off first). Short ones stand
 * here for their decorated forms: `azerty` also bars `Azerty123!`.
 */
const words = `
123 1234 12345 123456 1234567 12345678 123456789 1234567890 0123456789 987654321 9876543210 00000000 11111111 12341234
123123123 11223344 12121212 123321123 147258369 159753 741852963 789456123 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 zaq12wsx
qwerty qwertyui qwertyuiop qwertz azerty azertyui azertyuiop asdfgh asdfghjk asdfghjkl qsdfghjk qsdfghjklm zxcvbn zxcvbnm wxcvbn
abc abcd abcdef abcabc aaaaaa password passw0rd p@ssw0rd p@ssword pass passe passer motdepasse motdepass mdp secret
letmein welcome bienvenue bonjour salut hello coucou soleil doudou chouchou loulou nounours princesse princess
iloveyou jetaime jtm amour monamour mamour cherie cheri jesus jesuschrist dieu allah allahouakbar bismillah alhamdoulillah
inchallah machallah mohamed mohammed muhammad mamadou moussa ousmane ibrahima abdoulaye cheikh aminata fatou fatoumata awa
mariama aissatou khadija ndiaye diallo diop fall sarr faye gueye ba sow sy seck mbaye cisse toure traore keita
senegal dakar thies teranga touba saintlouis ziguinchor afrique africa france paris maroc mali sunugal galsen
football barcelona barcelone realmadrid chelsea liverpool arsenal juventus messi ronaldo neymar mbappe sadio sadiomane
superman batman pokemon naruto dragon monkey shadow master killer hunter sunshine starwars matrix freedom whatever
charlie michael jordan daniel thomas nicolas julien camille marion chocolat vanille maison famille maman papa bebe
admin administrator administrateur root user guest test testtest demo default changeme system login
facebook google youtube instagram whatsapp tiktok samsung iphone android orange free wave computer ordinateur internet
wolo rez couponali tutor trustno baseball superstar blink fuckyou pussy access flower lovely buster hannah
motdepasse12345678 passwordpassword azertyazerty qwertyqwerty
`

export const commonPasswords: ReadonlySet<string> = new Set(words.trim().split(/\s+/))
