/** Which answers are looked at: to an item, of a region, of customers to whom a product was delivered. */
export interface Opened {
  item: string | null
  region?: string | null
  product?: string
  /** What the list is of, where it is not the item. */
  name?: string
}
