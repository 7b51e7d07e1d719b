"""Servers under measurement, and what the kernel says about them."""

import contextlib
import os
import pathlib
import re
import signal
import socket
import subprocess

TICKS = os.sysconf("SC_CLK_TCK")


def wait_for_port(port):
    while True:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A process that serves on a port of this machine; ends when the `with` block does."""

    def __init__(self, process, port):
        self.process = process
        self.port = port

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def pids(self):
        """The process and its children."""
        pid = self.process.pid
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [pid, *map(int, children)]

    def cpu_seconds(self):
        """User and system time so far."""
        total = 0
        for pid in self.pids():
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def resident_mib(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def start_emu(program, *arguments):
    """`emu serve` on a port of its own, when it is ready."""
    process = subprocess.Popen([program, "serve", "--port", "0", *arguments],
                               stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        found = re.search(r"https?://[^/\s]*:(\d+)", line)
        if found:
            return Server(process, int(found[1]))
    raise SystemExit(f"{program} serve did not start")


def start_nginx(folder, body, large_body):
    """nginx with two workers: a fixed body under /, a file under /large; /upload answers when it has
    the whole of a request's body in memory."""
    port = free_port()
    (folder / "large").write_bytes(large_body)
    config = folder / "nginx.conf"
    config.write_text(f"""
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
daemon off;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  client_max_body_size 100m;
  client_body_temp_path {folder};
  proxy_temp_path {folder};
  fastcgi_temp_path {folder};
  uwsgi_temp_path {folder};
  scgi_temp_path {folder};
  server {{
    listen 127.0.0.1:{port} backlog=4096;
    location / {{ default_type application/x-amz-json-1.0; return 200 '{body}'; }}
    location = /large {{ root {folder}; }}
    location = /upload {{
      client_body_buffer_size 11m;
      proxy_pass http://127.0.0.1:{port}/;
      proxy_pass_request_body off;
      proxy_set_header Content-Length "";
    }}
  }}
}}
""")
    process = subprocess.Popen(["nginx", "-c", str(config)], stderr=subprocess.DEVNULL)
    wait_for_port(port)
    return Server(process, port)
