// What lies around every page.
import { createRootRoute } from '@tanstack/react-router'
import { NotFound, PageError } from '../parts/Notices.tsx'
import { Shell } from './Shell.tsx'

export const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: PageError })
