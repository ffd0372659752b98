/** What the server is started with; the command line wins over any file in the data folder. */
export function serverSettings(socketDir: string, durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "",
    port: "5432",
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
    max_connections: "100",
    shared_buffers: durable ? "256MB" : "128MB",
    work_mem: "8MB",
    maintenance_work_mem: "128MB",
    effective_cache_size: "1GB",
    random_page_cost: "1.1",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    // Rows, parameters and statements hold what people entrusted to us: none of it may reach a log file.
    log_error_verbosity: "terse",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_min_error_statement: "panic",
    // "log" lies above "error" here: error texts quote values, and the program reports its errors itself
    log_min_messages: "log",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", wal_level: "minimal", max_wal_senders: "0" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
