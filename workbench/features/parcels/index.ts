export { receiptsFile, removeParcel } from './carried-parcels.ts';
export { makeParcel } from './make-parcel.ts';
export { readParcels } from './read-parcels.ts';
export { takeIn } from './take-in.ts';
