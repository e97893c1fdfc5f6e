/** The demonstration's partners and packs, in Dakar, Thiès and Saint-Louis. Invented names, plausible prices. */
import type { Category } from '../../modules/catalog/api.ts'
import type { PartnerKind, PaymentTerms } from '../../modules/merchants/api.ts'

export interface DemonstrationPartner {
  readonly key: string
  readonly name: string
  readonly kind: PartnerKind
  readonly description: { readonly fr: string; readonly en: string }
  /** Hundredths of a percent of the redeemed price. */
  readonly splitBasisPoints: number
  readonly terms: PaymentTerms
  readonly minimumMinor: bigint
  readonly mobile: string
  readonly venues: readonly { readonly name: string; readonly address: string; readonly city: string }[]
  readonly packs: readonly DemonstrationPack[]
}

export interface DemonstrationPack {
  readonly key: string
  readonly category: Category
  /** A drawing of the pages; else the one of its kind. */
  readonly drawing?: string
  readonly name: { readonly fr: string; readonly en: string }
  readonly description: { readonly fr: string; readonly en: string }
  readonly priceMinor: bigint
  readonly validityDays: number
  readonly stock?: number
}

export const partners: readonly DemonstrationPartner[] = [
  {
    key: 'cine',
    name: 'Ciné Téranga',
    kind: 'cinema',
    description: {
      fr: 'Trois salles climatisées, du popcorn sucré ou salé, et des places gardées pour les anniversaires.',
      en: 'Three cool halls, sweet or salted popcorn, and seats kept for birthdays.',
    },
    splitBasisPoints: 8500,
    terms: 'monthly',
    minimumMinor: 10_000n,
    mobile: '+221776000001',
    venues: [
      { name: 'Ciné Téranga Plateau', address: '12, avenue du Président Lamine Guèye', city: 'Dakar' },
      { name: 'Ciné Téranga Thiès', address: 'Place de France', city: 'Thiès' },
    ],
    packs: [
      {
        key: 'cine-deux',
        drawing: 'popcorn',
        category: 'cinema',
        name: { fr: 'Soirée ciné à deux', en: 'Cinema night for two' },
        description: {
          fr: 'Deux places au choix, deux popcorns, deux boissons fraîches.',
          en: 'Two seats of your choice, two popcorns, two cold drinks.',
        },
        priceMinor: 15_000n,
        validityDays: 90,
      },
      {
        key: 'cine-bande',
        category: 'cinema',
        name: { fr: 'Ciné entre amis', en: 'Cinema with friends' },
        description: {
          fr: 'Huit places côte à côte et un grand plateau à partager. Le nom du héros du jour à l’écran.',
          en: 'Eight seats side by side and a big tray to share. The hero of the day’s name on the screen.',
        },
        priceMinor: 50_000n,
        validityDays: 60,
        stock: 40,
      },
    ],
  },
  {
    key: 'ndar',
    name: 'La Table de Ndar',
    kind: 'restaurant',
    description: {
      fr: 'Cuisine du fleuve sur l’île de Saint-Louis : thiof, crevettes, bissap maison.',
      en: 'River cooking on the island of Saint-Louis: thiof, prawns, home-made bissap.',
    },
    splitBasisPoints: 9000,
    terms: 'monthly',
    minimumMinor: 20_000n,
    mobile: '+221776000002',
    venues: [{ name: 'La Table de Ndar', address: 'Quai Henri Jay', city: 'Saint-Louis' }],
    packs: [
      {
        key: 'ndar-fete',
        category: 'restaurant',
        name: { fr: 'Thiéboudieune de fête pour six', en: 'Festive thieboudienne for six' },
        description: {
          fr: 'Le grand plat au centre de la table, six couverts, gâteau et bougies.',
          en: 'The great dish in the middle of the table, six covers, cake and candles.',
        },
        priceMinor: 60_000n,
        validityDays: 90,
      },
      {
        key: 'ndar-duo',
        drawing: 'fleuve',
        category: 'restaurant',
        name: { fr: 'Dîner sur le fleuve à deux', en: 'Dinner on the river for two' },
        description: {
          fr: 'Entrée, plat, dessert face au pont Faidherbe, au coucher du soleil.',
          en: 'Three courses facing the Faidherbe bridge at sunset.',
        },
        priceMinor: 30_000n,
        validityDays: 90,
      },
    ],
  },
  {
    key: 'hammam',
    name: 'Hammam Yaye Boy',
    kind: 'spa',
    description: {
      fr: 'Gommage au savon noir, henné et thé à la menthe, aux Almadies.',
      en: 'Black-soap scrub, henna and mint tea, at Les Almadies.',
    },
    splitBasisPoints: 8000,
    terms: 'weekly',
    minimumMinor: 15_000n,
    mobile: '+221776000003',
    venues: [{ name: 'Hammam Yaye Boy', address: 'Route des Almadies', city: 'Dakar' }],
    packs: [
      {
        key: 'hammam-reine',
        category: 'spa',
        name: { fr: 'Une matinée de reine', en: 'A queen’s morning' },
        description: {
          fr: 'Hammam, gommage, massage d’une heure et henné. Pour une personne.',
          en: 'Hammam, scrub, one hour of massage and henna. For one.',
        },
        priceMinor: 35_000n,
        validityDays: 120,
      },
    ],
  },
  {
    key: 'pirogue',
    name: 'Pirogues de Gorée',
    kind: 'experience',
    description: {
      fr: 'Sorties en mer au départ de Dakar : Gorée, les îles de la Madeleine, la pêche à la ligne.',
      en: 'Out to sea from Dakar: Gorée, the Madeleine islands, line fishing.',
    },
    splitBasisPoints: 8800,
    terms: 'monthly',
    minimumMinor: 25_000n,
    mobile: '+221776000004',
    venues: [{ name: 'Embarcadère de Soumbédioune', address: 'Corniche Ouest', city: 'Dakar' }],
    packs: [
      {
        key: 'pirogue-journee',
        category: 'experience',
        name: { fr: 'Une journée en pirogue pour quatre', en: 'A day by pirogue for four' },
        description: {
          fr: 'Traversée, baignade aux îles de la Madeleine, poisson grillé à midi.',
          en: 'The crossing, a swim at the Madeleine islands, grilled fish at noon.',
        },
        priceMinor: 80_000n,
        validityDays: 120,
        stock: 25,
      },
    ],
  },
  {
    key: 'dibi',
    name: 'Dibiterie Keur Samba',
    kind: 'restaurant',
    description: { fr: 'Le dibi de Thiès, braisé devant vous.', en: 'Thiès dibi, grilled in front of you.' },
    splitBasisPoints: 9200,
    terms: 'monthly',
    minimumMinor: 10_000n,
    mobile: '+221776000005',
    venues: [{ name: 'Keur Samba', address: 'Avenue Lamine Guèye', city: 'Thiès' }],
    packs: [
      {
        key: 'dibi-famille',
        drawing: 'dibi',
        category: 'restaurant',
        name: { fr: 'Le grand dibi de famille', en: 'The big family dibi' },
        description: {
          fr: 'Trois kilos d’agneau braisé, oignons, moutarde et boissons pour huit.',
          en: 'Three kilos of grilled lamb, onions, mustard and drinks for eight.',
        },
        priceMinor: 40_000n,
        validityDays: 60,
      },
    ],
  },
]

/** Names and wishes of donors, drawn in turn. */
export const donors = [
  'Aïssatou', 'Babacar', 'Coumba', 'Demba', 'El Hadji', 'Fatim', 'Gora', 'Habib', 'Ibou', 'Joséphine', 'Khalifa', 'Lamine',
  'Maguette', 'Ndèye', 'Omar', 'Penda', 'Rokhaya', 'Seynabou', 'Thierno', 'Yacine',
] as const // prettier-ignore

export const wishes = [
  'Joyeux anniversaire ! Que Dieu te donne longue vie.',
  'Profite bien, tu le mérites.',
  'Bon anniversaire de toute la famille à Thiès.',
  'Une petite pierre à l’édifice.',
  'Hâte de fêter ça avec toi !',
  'Happy birthday from Paris!',
  'Que cette année soit la plus belle.',
  'Waaw ! Encore une bougie.',
] as const
