"""What `emu serve` costs before anybody asks anything of it."""

import http.client
import subprocess
import socket
import time

import process

STARTS = 15
IDLE_SECONDS = 5
CONNECTIONS = 1000
REQUEST = b"GET /_emu/health HTTP/1.1\r\nHost: localhost\r\n\r\n"


def first_answer_milliseconds(program):
    """From the exec to the first answered request, found by asking all the time."""
    port = process.free_port()
    begin = time.perf_counter()
    child = subprocess.Popen([program, "serve", "--port", str(port)], stdout=subprocess.DEVNULL)
    with process.Server(child, port):
        while True:
            connection = http.client.HTTPConnection("127.0.0.1", port)
            try:
                connection.request("GET", "/_emu/health")
                if connection.getresponse().status == 200:
                    return (time.perf_counter() - begin) * 1000
            except OSError:
                pass
            finally:
                connection.close()


def cpu_percent(server):
    before = server.cpu_seconds()
    time.sleep(IDLE_SECONDS)
    return (server.cpu_seconds() - before) / IDLE_SECONDS * 100


def keep_alive_connections(port):
    """Connections that have been answered once and stay open."""
    connections = []
    for _ in range(CONNECTIONS):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.sendall(REQUEST)
        connection.recv(65536)
        connections.append(connection)
    return connections


def measure(program):
    starts = sorted(first_answer_milliseconds(program) for _ in range(STARTS))
    print(f"first answer after exec   {starts[len(starts) // 2]:6.1f} ms, "
          f"the slowest of {STARTS} {starts[-1]:.1f} ms")
    with process.start_emu(program) as server:
        print(f"idle                      {server.resident_mib():6.1f} MiB, "
              f"{cpu_percent(server):.1f} % CPU")
        connections = keep_alive_connections(server.port)
        print(f"{CONNECTIONS} idle connections     {server.resident_mib():6.1f} MiB, "
              f"{cpu_percent(server):.1f} % CPU")
        for connection in connections:
            connection.close()
    print(flush=True)
