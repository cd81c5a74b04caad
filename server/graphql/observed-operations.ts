/** Tells the observer of every operation that is executed; only documents of our own client are told by name. */
import { type ExecutionArgs, getOperationAST } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Observer } from '../core/observer.ts'
import type { TrustedContext } from './compiled-execution.ts'

export function observeOperations(observer: Observer): Plugin<TrustedContext> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const operation = getOperationAST(args.document, args.operationName)
      const name = args.contextValue.documentId === null ? 'other' : (operation?.name?.value ?? 'unnamed')
      const watched = observer.operation({ name, kind: operation?.operation ?? 'query' })
      setExecuteFn((given: ExecutionArgs) => watched.run(() => executeFn(given)))
      return {
        onExecuteDone: ({ result }) =>
          watched.end({ failed: !isAsyncIterable(result) && Boolean(result.errors?.length) }),
      }
    },
  }
}
