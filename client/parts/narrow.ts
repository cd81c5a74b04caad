// Whether the window is as narrow as a phone: where a picture would have to be moved to be read, figures come first.
export const isNarrow = (): boolean => matchMedia('(max-width: 699px)').matches
