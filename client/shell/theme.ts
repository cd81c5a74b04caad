// Light or dark: the system's way unless this device was told otherwise.
export type Theme = 'system' | 'light' | 'dark'

const kept = 'theme'

export function chosenTheme(): Theme {
  const theme = localStorage.getItem(kept)
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(kept, theme)
  showTheme()
}

export function showTheme(): void {
  const theme = chosenTheme()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
