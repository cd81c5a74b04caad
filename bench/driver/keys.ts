// From the ids of the graph back to the keys of the database.
export function keyIn(globalId: string): string {
  return Buffer.from(globalId, 'base64url').toString().split(':')[1] ?? ''
}
