/** The people of the demonstration: who they are and how to sign in as them. Their codes are in the development outbox. */

import { createHash } from 'node:crypto'

/** What the person's authenticator holds: known to everybody, so that anybody can try. Base32, as apps take it. */
export function authenticatorSecret(key: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bytes = createHash('sha256').update(`wolo demonstration ${key}`).digest()
  return Array.from(bytes, (byte) => digits[byte % 32]!).join('')
}

export interface DemonstrationPerson {
  readonly key: string
  readonly phone: string
  readonly firstName: string
  readonly lastName: string
  /** The next birthday, so many days from the day of the seeding; negative: so long ago. */
  readonly birthdayIn: number
  /** Years on that birthday. */
  readonly turns: number
  readonly roles: readonly { readonly role: string; readonly partner?: string }[]
  /** For the list printed at the start; the others stay in the background. */
  readonly who?: string
}

type Rest = Partial<Pick<DemonstrationPerson, 'who' | 'roles'>>

const person = (
  key: string,
  phone: string,
  name: string,
  birthdayIn: number,
  turns: number,
  rest: Rest = {},
): DemonstrationPerson => {
  const [firstName = '', ...lastNames] = name.split(' ')
  return { key, phone, firstName, lastName: lastNames.join(' '), birthdayIn, turns, roles: [], ...rest }
}
const role = (name: string, partner?: string) => [partner ? { role: name, partner } : { role: name }]

export const people: readonly DemonstrationPerson[] = [
  person('awa', '+221771000001', 'Awa Diop', 12, 30, { who: 'Awa, whose pot is open' }),
  person('dieynaba', '+221771000002', 'Dieynaba Kane', 0, 27, { who: 'Dieynaba, whose birthday it is: her QR waits' }),
  person('elimane', '+221771000003', 'Elimane Ly', -5, 33, { who: 'Elimane, whose pot fell short: he must choose' }),
  person('moussa', '+221771000004', 'Moussa Ndiaye', 200, 44, {
    who: 'Moussa, whose daughter’s pot waits for his word',
  }),
  person('fatou', '+221771000005', 'Fatou Ndiaye', 18, 15, { who: 'Fatou, fourteen' }),
  person('cashier', '+221772000001', 'Ibrahima Sow', 90, 27, {
    who: 'Ibrahima, cashier at Ciné Téranga',
    roles: role('partner_cashier', 'cine'),
  }),
  person('manager', '+221772000002', 'Aminata Fall', 150, 41, {
    who: 'Aminata, manager of Ciné Téranga',
    roles: role('partner_manager', 'cine'),
  }),
  person('ndar-cashier', '+221772000003', 'Pape Seck', 250, 30, { roles: role('partner_cashier', 'ndar') }),
  person('support', '+221773000001', 'Khady Sarr', 70, 33, { who: 'Khady, support', roles: role('support') }),
  person('finance', '+221773000002', 'Ousmane Ba', 300, 46, { who: 'Ousmane, finance', roles: role('finance') }),
  person('controller', '+221773000003', 'Mariama Sy', 110, 48, {
    who: 'Mariama, finance too: what one asks, the other approves',
    roles: role('finance'),
  }),
  person('operations', '+221773000004', 'Cheikh Gueye', 220, 36, {
    who: 'Cheikh, operations',
    roles: role('operations'),
  }),
  person('admin', '+221773000005', 'Ndeye Faye', 330, 39, {
    who: 'Ndeye, administrator',
    roles: role('administrator'),
  }),
  // Owners of the year's pots, one about every three weeks, and of the states not shown above.
  person('binta', '+221771000011', 'Binta Camara', 45, 24),
  person('tidiane', '+221771000012', 'Tidiane Thiam', 6, 31),
  person('fallou', '+221771000013', 'Fallou Mbaye', -30, 28),
  person('rama', '+221771000014', 'Ramatoulaye Diallo', -12, 35),
  person('saliou', '+221771000015', 'Saliou Cissé', -36, 40),
  person('ndella', '+221771000016', 'Ndella Tall', -58, 22),
  person('boubacar', '+221771000017', 'Boubacar Wade', -83, 50),
  person('adja', '+221771000018', 'Adja Sène', -110, 29),
  person('malick', '+221771000019', 'Malick Touré', -140, 26),
  person('soda', '+221771000020', 'Soda Niang', -171, 32),
  person('alioune', '+221771000021', 'Alioune Badji', -203, 45),
  person('marieme', '+221771000022', 'Marième Lo', -236, 38),
  person('assane', '+221771000023', 'Assane Dia', -268, 30),
  person('coura', '+221771000024', 'Coura Guissé', -300, 34),
]

/** What each owner's pot is about and how far it came. Amounts follow from the pack. */
export interface DemonstrationPot {
  readonly owner: string
  readonly title: string
  readonly story: string
  readonly cover: string
  readonly pack: string
  readonly gifts: number
  /** Percent of the target that the gifts reach. */
  readonly reaches: number
  /** What the owner then did. */
  readonly next: 'waits' | 'buys' | 'redeems'
}

const pot = (
  owner: string,
  cover: string,
  pack: string,
  gifts: number,
  reaches: number,
  next: DemonstrationPot['next'],
  title: string,
  story: string,
): DemonstrationPot => ({ owner, cover, pack, gifts, reaches, next, title, story })

export const pots: readonly DemonstrationPot[] = [
  pot('awa', 'pirogue', 'pirogue-journee', 9, 62, 'waits', 'Les 30 ans d’Awa en pirogue', 'Trente ans, ça se fête sur l’eau ! Aidez Awa à emmener ses trois sœurs aux îles de la Madeleine.'),
  pot('dieynaba', 'gateau', 'cine-deux', 5, 110, 'buys', 'Soirée ciné pour Dieynaba', 'Une soirée au cinéma avec son amie d’enfance, popcorn compris.'),
  pot('elimane', 'bol', 'ndar-fete', 4, 55, 'waits', 'Le thiéb des 33 ans d’Elimane', 'Six couverts sur le quai à Saint-Louis.'),
  pot('fatou', 'fleurs', 'cine-bande', 0, 0, 'waits', 'Les 15 ans de Fatou', 'Un film avec toutes ses copines du collège.'),
  pot('binta', 'tissu', 'hammam-reine', 0, 0, 'waits', 'Une matinée de reine pour Binta', 'Elle s’occupe de tout le monde. À nous !'),
  pot('tidiane', 'djembe', 'dibi-famille', 7, 104, 'waits', 'Le grand dibi de Tidiane', 'Thiès se réunit autour du feu.'),
  pot('fallou', 'baobab', 'pirogue-journee', 3, 30, 'waits', 'Fallou prend la mer', 'Une journée de pêche pour ses 28 ans.'),
  pot('rama', 'gateau', 'cine-deux', 5, 100, 'redeems', 'Ramatoulaye au cinéma', 'Deux places pour ses 35 ans.'),
  pot('saliou', 'bol', 'ndar-duo', 4, 120, 'redeems', 'Un dîner sur le fleuve pour Saliou', 'Quarante ans et vingt de mariage.'),
  pot('ndella', 'fleurs', 'cine-bande', 6, 100, 'redeems', 'Ndella invite ses amis', 'Tout le premier rang est à elle.'),
  pot('boubacar', 'baobab', 'dibi-famille', 5, 115, 'redeems', 'Le demi-siècle de Boubacar', 'Cinquante ans, toute la famille à Keur Samba.'),
  pot('adja', 'tissu', 'cine-deux', 4, 100, 'redeems', 'Les 29 ans d’Adja', 'Un film et du calme.'),
  pot('malick', 'djembe', 'cine-bande', 5, 108, 'redeems', 'Malick et la bande', 'Huit places côte à côte.'),
  pot('soda', 'phare', 'ndar-fete', 4, 100, 'redeems', 'Soda à Saint-Louis', 'Le plat au milieu, tout le monde autour.'),
  pot('alioune', 'gateau', 'cine-deux', 3, 130, 'redeems', 'Ciné pour Alioune', 'Il n’y est pas allé depuis dix ans.'),
  pot('marieme', 'fleurs', 'ndar-duo', 4, 100, 'redeems', 'Marième au bord du fleuve', 'Le pont Faidherbe au coucher du soleil.'),
  pot('assane', 'baobab', 'dibi-famille', 4, 100, 'redeems', 'Assane fête ses 30 ans', 'Du dibi pour huit.'),
  pot('coura', 'pirogue', 'cine-bande', 5, 102, 'redeems', 'Coura et ses cousines', 'Un après-midi entre filles.'),
] // prettier-ignore
