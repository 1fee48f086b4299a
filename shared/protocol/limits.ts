/** Bounds of the wire: both sides refuse what exceeds them, the centre before it looks at anything else. */
export const LIMITS = {
  /** Operations of one push. */
  operationsPerPush: 500,
  /** Bytes of one push. */
  pushBytes: 8_000_000,
  /** Bytes of any other request. */
  requestBytes: 64_000,
  /** Characters of one operation's change, as canonical JSON. */
  changeCharacters: 200_000,
  /** Fields of one change, and of one row. */
  fields: 200,
  /** Operations that one operation may say it builds on. */
  dependencies: 50,
  /** Accounts, rights or desks in one answer. */
  directoryRows: 20_000,
  /** Neighbourhoods and districts that one request tells. */
  areas: 2_000,
  /** Administrative acts of one answer, and operations of one page of quarantine. */
  page: 50,
  /** Characters of the reason for which quarantined work is refused. */
  noteCharacters: 500,
  /** Scopes that a desk may hold. */
  scopes: 2_000,
  /** Rows after which a pull ends with `more: true` at the next whole commit. */
  rowsPerPull: 20_000,
  /** Characters of one line of a pull; a desk gives up on a longer one. */
  lineCharacters: 1_000_000,
  /** Bytes of one part of a blob, before base64. */
  blobChunkBytes: 262_144,
  /** Bytes of a request that carries such a part. */
  blobRequestBytes: 400_000,
  /** Bytes of the largest blob. */
  blobBytes: 100_000_000,
  /** Bytes of the header of a parcel. */
  parcelHeaderBytes: 4_000,
  /** Bytes of one sealed part of a parcel; operations of some 200,000 characters, or a chunk of a file. */
  parcelPartBytes: 2_000_000,
  /** Bytes of a request that carries such a part. */
  parcelRequestBytes: 2_800_000,
  /** Bytes of one sealed receipt: outcomes repeat what two people wrote in the same place. */
  receiptPartBytes: 16_000_000,
  /** Parts of one parcel. */
  parcelParts: 10_000,
  /** Bytes of a whole parcel, and of its receipts. */
  parcelBytes: 300_000_000,
  /** Bytes of the largest package of a territory. */
  territoryBytes: 200_000_000,
  /** Versions of a territory in one answer. */
  territoryVersions: 500,
} as const;
