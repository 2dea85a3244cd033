import type { Language } from './names.ts'

export interface SeedOrganization {
  readonly key: string
  readonly name: string
  readonly domain: string
  readonly people: number
  /** Which names are met there, and how often. */
  readonly languages: Readonly<Partial<Record<Language, number>>>
  readonly ssoProvider?: string
  readonly lockReason?: string
  readonly below?: readonly SeedOrganization[]
}

const everywhere = {
  english: 2,
  german: 2,
  french: 2,
  irish: 2,
  polishWomen: 1,
  vietnamese: 1,
  yoruba: 2,
  hindi: 1,
  japanese: 1,
  turkish: 1,
  spanish: 1,
  icelandicWomen: 1,
  arabic: 1,
} as const

/** Platform → distributors → partners → tenants: nineteen organizations, 2,000 people. */
export const platform: SeedOrganization = {
  key: 'harbourline',
  name: 'Harbourline',
  domain: 'harbourline.example',
  people: 32,
  languages: everywhere,
  below: [
    {
      key: 'europe',
      name: 'Harbourline Europe',
      domain: 'europe.harbourline.example',
      people: 28,
      languages: { german: 3, french: 2, polishMen: 2, yoruba: 2, irish: 2, norwegian: 1 },
      below: [
        {
          key: 'baltic',
          name: 'Baltic Forwarding',
          domain: 'balticforwarding.example',
          people: 46,
          languages: {
            estonian: 4,
            finnish: 3,
            polishMen: 2,
            polishWomen: 2,
            norwegian: 1,
            ukrainian: 1,
          },
          below: [
            {
              key: 'gdansk',
              name: 'Gdańsk Glassworks',
              domain: 'gdansk-glassworks.example',
              people: 204,
              languages: { polishWomen: 8, polishMen: 8, ukrainian: 4, german: 1, vietnamese: 1 },
            },
            {
              key: 'tallinn',
              name: 'Tallinn Timber',
              domain: 'tallinntimber.example',
              people: 96,
              languages: { estonian: 8, finnish: 3, ukrainian: 1 },
            },
            {
              key: 'nordhavn',
              name: 'Nordhavn Fisheries',
              domain: 'nordhavn.example',
              people: 131,
              languages: { norwegian: 7, icelandicWomen: 3, finnish: 2, polishMen: 2 },
              lockReason: 'Account on hold: two invoices are more than 90 days overdue.',
            },
          ],
        },
        {
          key: 'rhone',
          name: 'Rhône Logistics',
          domain: 'rhone-logistics.example',
          people: 41,
          languages: { french: 5, portuguese: 2, spanish: 2, greekMen: 1, greekWomen: 1 },
          below: [
            {
              key: 'lyon',
              name: 'Lyon Silk & Thread',
              domain: 'lyonsilk.example',
              people: 118,
              languages: { french: 8, portuguese: 2, arabic: 2, turkish: 1 },
              ssoProvider: 'Okta',
            },
            {
              key: 'piraeus',
              name: 'Piraeus Marine Supply',
              domain: 'piraeusmarine.example',
              people: 87,
              languages: { greekMen: 5, greekWomen: 5, turkish: 2, hebrew: 1 },
            },
            {
              key: 'alpine',
              name: 'Alpine Instruments',
              domain: 'alpine-instruments.example',
              people: 163,
              languages: { german: 6, french: 3, turkish: 2, spanish: 1, persian: 1 },
            },
          ],
        },
      ],
    },
    {
      key: 'apac',
      name: 'Harbourline Asia-Pacific',
      domain: 'apac.harbourline.example',
      people: 27,
      languages: { english: 3, japanese: 2, hindi: 2, vietnamese: 2, chinese: 2, maori: 1 },
      below: [
        {
          key: 'pacific',
          name: 'Pacific Crossing',
          domain: 'pacificcrossing.example',
          people: 38,
          languages: { japanese: 3, korean: 2, english: 2, maori: 2, chinese: 1 },
          below: [
            {
              key: 'kobe',
              name: 'Kobe Precision',
              domain: 'kobe-precision.example',
              people: 242,
              languages: { japanese: 10, korean: 2, chinese: 2, vietnamese: 1 },
            },
            {
              key: 'busan',
              name: 'Busan Batteries',
              domain: 'busanbatteries.example',
              people: 154,
              languages: { korean: 8, chinese: 3, indonesian: 1 },
            },
            {
              key: 'auckland',
              name: 'Auckland Orchards',
              domain: 'aucklandorchards.example',
              people: 73,
              languages: { english: 5, maori: 4, tamil: 1 },
            },
          ],
        },
        {
          key: 'monsoon',
          name: 'Monsoon Lines',
          domain: 'monsoonlines.example',
          people: 44,
          languages: { hindi: 3, tamil: 3, swahili: 2, arabic: 2, indonesian: 1 },
          below: [
            {
              key: 'chennai',
              name: 'Chennai Textiles',
              domain: 'chennaitextiles.example',
              people: 189,
              languages: { tamil: 8, hindi: 4, english: 1 },
            },
            {
              key: 'saigon',
              name: 'Saigon Furniture',
              domain: 'saigonfurniture.example',
              people: 176,
              languages: { vietnamese: 8, thai: 2, chinese: 1, french: 1 },
            },
            {
              key: 'gulf',
              name: 'Gulf Date Company',
              domain: 'gulfdates.example',
              people: 111,
              languages: { arabic: 8, persian: 3, hindi: 2, swahili: 1, yoruba: 1 },
            },
          ],
        },
      ],
    },
  ],
}
