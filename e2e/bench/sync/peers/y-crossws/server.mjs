// y-crossws on Node as its README shows; it brings no storage.
import { createServer } from 'node:http';
import crossws from 'crossws/adapters/node';
import { createHandler } from 'y-crossws';

const server = createServer((_request, response) => {
  response.statusCode = 426;
  response.end('');
});
const sockets = crossws(createHandler());
server.on('upgrade', sockets.handleUpgrade);
server.listen(Number(process.argv[2]), '127.0.0.1');
