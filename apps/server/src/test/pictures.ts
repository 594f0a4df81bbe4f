// The heads of pictures, as far as anybody reads them to tell their kind and size.

export const png = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
};

export const jpeg = (width: number, height: number): Buffer => {
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const description = Buffer.concat([Buffer.from('ffd8ffe10402', 'hex'), Buffer.alloc(0x400)]);
  return Buffer.concat([description, frame]);
};

export const gif = (width: number, height: number): Buffer => {
  const head = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return head;
};

export const webp = (width: number, height: number): Buffer => {
  const head = Buffer.from(`RIFF\0\0\0\0WEBPVP8X\x0a${'\0'.repeat(40)}`, 'latin1');
  head.writeUIntLE(width - 1, 24, 3);
  head.writeUIntLE(height - 1, 27, 3);
  return head;
};
