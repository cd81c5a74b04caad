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
import { watchNetwork } from './device/connection.ts'
import { DeviceContext, openDevice } from './device/device.ts'
import { registerWorker } from './device/new-version.ts'
import { watchOwner } from './device/owner.ts'
import { createPages } from './shell/pages.tsx'
import { showTheme } from './shell/theme.ts'
import { startWords } from './words/language.ts'

showTheme()
watchOwner()
watchNetwork()
const [device] = await Promise.all([openDevice(), startWords()])

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Provider value={device.graph}>
        <DeviceContext value={device}>
          <RouterProvider router={createPages()} />
        </DeviceContext>
      </Provider>
    </StrictMode>,
  )
}
void registerWorker()
