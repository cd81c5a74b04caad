// Starts the client: words, theme, the road to the server, then the pages.
import '@fontsource-variable/inter/index.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'
import './theme/shell.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { createGraph } from './graph/client.ts'
import { createPages } from './shell/pages.tsx'
import { showTheme } from './shell/theme.ts'
import { startWords } from './words/language.ts'

showTheme()
await startWords()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Provider value={createGraph()}>
        <RouterProvider router={createPages()} />
      </Provider>
    </StrictMode>,
  )
}
