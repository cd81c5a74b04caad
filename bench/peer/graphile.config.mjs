// PostGraphile as its manual sets it up for production, with the filters that the queue asks for; it knows no permissions.
import { makePgService } from 'postgraphile/adaptors/pg'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter'

// biome-ignore lint/style/noDefaultExport: PostGraphile reads its configuration so.
export default {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  // State and due time are not the first column of an index, and are asked for all the same.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['public', 'bench_peer'],
      poolConfig: { max: Number(process.env.POOL_SIZE) },
    }),
  ],
  grafserv: {
    port: Number(process.env.PORT),
    host: '127.0.0.1',
    graphiql: false,
    watch: false,
    graphqlOverGET: false,
    websockets: false,
  },
  grafast: { explain: false },
  schema: { connectionFilterRelations: true },
}
