import type { PhotoDetails } from '#shared/domain/attachments/attachment.ts';
import type { MediaType } from '#shared/domain/attachments/media-type.ts';

export interface ValidityColumns {
  valid_from: string;
  /** OPEN_END while still valid. */
  valid_to: string;
  /** The import that brought the row in. */
  opened_by: string;
  /** The import that ended it, or empty. */
  closed_by: string;
}

/** An R*Tree: bounds in degrees, keyed by the `row_id` of its table. SQLite keeps 32-bit floats. */
export interface BoundsTable {
  row_id: number;
  west: number;
  east: number;
  south: number;
  north: number;
}

/** An FTS5 table without content: all that can be read of it are the numbers of the rows that match. */
export interface SearchIndex {
  rowid: number;
  rank: number;
}

/** A file that hangs on something. */
export interface FileColumns {
  id: string;
  added_at: string;
  hash: string;
  name: string;
  media_type: MediaType;
  size: number;
  details: PhotoDetails;
}
