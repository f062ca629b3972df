/** Where one database server is and how to log in. */
export interface ServerLogin {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** The longest to wait for the connection, in milliseconds. */
  timeout: number;
}

/** What a connection is made from: writes go to the primary, reads to the replica. */
export interface DriverSettings {
  primary: ServerLogin;
  replica: ServerLogin;
}
