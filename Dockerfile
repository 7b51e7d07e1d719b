# A server in a container:
#
#   docker build -t emu .
#   docker run --rm -p 4566:4566 emu
#
# The first stage builds the program, the second holds it and the libraries that it needs.

FROM debian:bookworm AS build
WORKDIR /src
COPY . .
RUN bash -c 'source cmake/setup.sh \
  && install_packages "${kBuildPackages[@]}" \
  && build release emu_cli' \
  && cmake --install build/release --prefix /opt/emu --component program --strip \
  && cmake --install build/release --prefix /opt/emu --component libraries

FROM debian:bookworm-slim
COPY --from=build /opt/emu /opt/emu
ENV PATH=/opt/emu/bin:/usr/local/bin:/usr/bin:/bin
WORKDIR /opt/emu/share/emu
USER 65534:65534
EXPOSE 4566
HEALTHCHECK --interval=5s --timeout=3s --start-period=1s CMD ["emu", "wait", "--timeout", "1s"]
ENTRYPOINT ["emu"]
# Programs in other containers call it by a name, and the machine around it by a forwarded port.
CMD ["serve", "--host", "0.0.0.0"]
