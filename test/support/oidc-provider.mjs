/**
 * A real OpenID Connect provider as a process of its own, for the tests of signing in through one. Prints its
 * issuer. Arguments: the address that people are sent back to, and how a client says who it is.
 * Everybody's password is right; their groups are the part of their name after a plus sign.
 */

import { createServer } from 'node:http';
import * as oidc from 'oidc-provider';

const [returnTo, method = 'client_secret_post'] = process.argv.slice(2);

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new oidc.Provider(issuer, {
    clients: [
      {
        client_id: 'zorgcluster',
        client_secret: 'a-secret-of-the-test',
        redirect_uris: [returnTo],
        token_endpoint_auth_method: method,
      },
    ],
    clientAuthMethods: [method],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'realm_access'], email: ['email'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: `Naam van ${id}`,
        preferred_username: `${id.split('+')[0]}@instelling.nl`,
        email: 'iedereen@instelling.nl',
        realm_access: { roles: id.split('+').slice(1) },
      }),
    }),
    cookies: { keys: ['a-key-of-the-test'] },
  });
  server.on('request', provider.callback());
  process.stdout.write(`${issuer}\n`);
});
