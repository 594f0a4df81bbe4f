// Where the facilitation channel is, for both sides.
export const facilitationPath = '/facilitation';
