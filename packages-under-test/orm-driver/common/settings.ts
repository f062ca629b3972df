/** Where one database server is and how to log in. */
export interface ServerLogin {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/** What a connection is made from: writes go to the primary, reads to the replica. */
export interface DriverSettings {
  primary: ServerLogin;
  replica: ServerLogin;
  /** The longest to wait for one server, in milliseconds. */
  timeout: number;
}
