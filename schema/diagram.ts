// A chart as it is drawn: laid out by `npm run generate` into schema/diagrams, one file per chart.
export interface Point {
  x: number
  y: number
}

/** A state: the box of its name. */
export interface DiagramState extends Point {
  state: string
  width: number
  height: number
  /** Nothing leads on from here but a way back. */
  end: boolean
}

/** Room for the buttons of the steps that lead into a state, above its box. */
export interface DiagramRoom extends Point {
  state: string
  width: number
  height: number
}

/** A line between two states, and the events that travel it. */
export interface DiagramEdge {
  from: string
  to: string
  events: string[]
  /** Corners of the line, the last one at its head. */
  points: Point[]
}

export interface DiagramRegion {
  name: string
  width: number
  height: number
  /** Where a course begins. */
  first: string
  states: DiagramState[]
  rooms: DiagramRoom[]
  edges: DiagramEdge[]
}

/** Language → word → label. */
export type DiagramLabels = Record<string, Record<string, string>>

export interface Diagram {
  kind: string
  regions: DiagramRegion[]
  states: DiagramLabels
  events: DiagramLabels
}
