// Where files of cases are: on their way in on this machine, then in the folder of data or in a bucket.
import { join } from 'node:path'
import type { Configuration } from '../core/configuration.ts'
import { diskBlobs } from '../core/disk-blobs.ts'
import { s3Blobs } from '../core/s3-blobs.ts'
import { stagedFiles } from '../core/staged-files.ts'
import { clamd } from '../core/virus-scanner.ts'
import type { UploadPlaces } from './upload-commands.ts'

export type PlaceSettings = Pick<Configuration, 'dataDirectory' | 'attachmentLimits' | 's3'> &
  Partial<Pick<Configuration, 'virusScanner'>>

export function attachmentPlaces({ dataDirectory, attachmentLimits, s3, virusScanner }: PlaceSettings): UploadPlaces {
  const folder = join(dataDirectory, 'attachments')
  return {
    blobs: s3 ? s3Blobs(s3) : diskBlobs(folder),
    staged: stagedFiles(join(folder, 'uploads')),
    limits: attachmentLimits,
    scanner: virusScanner && clamd(virusScanner),
  }
}
