// The dialogs that the frame itself opens.
export type Sheet = 'find' | 'shortcuts' | 'notifications'
export type OpenSheet = (sheet: Sheet) => void
