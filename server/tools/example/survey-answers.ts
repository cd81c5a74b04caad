// What the people of the example say, by how content they are.
export const moods = ['content', 'quiet', 'content', 'angry'] as const
export type Mood = (typeof moods)[number]

export const indicators = [
  ...['productQuality', 'productDevelopment', 'claimsHandling', 'orderManagement', 'service', 'delivery'],
  ...['technicalSupport', 'price', 'paymentTerms', 'marketUnderstanding', 'relationship'],
]

const said = {
  content: { mark: '5', likely: '10', importance: '4', comment: 'All is well' },
  quiet: { mark: '4', likely: '8', importance: '3', comment: 'Nothing to add' },
  angry: { mark: '2', likely: '3', importance: '5', comment: 'Claims take too long' },
} satisfies Record<Mood, object>

export function answersOf(mood: Mood) {
  return { ...said[mood], indicators }
}
