package org.analognets.demo.http;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.Authorization;
import akka.http.javadsl.model.headers.Cookie;
import akka.http.javadsl.model.headers.Host;
import akka.http.javadsl.model.headers.HttpChallenge;
import akka.http.javadsl.model.headers.HttpCookie;
import akka.http.javadsl.model.headers.HttpCookiePair;
import akka.http.javadsl.model.headers.SameSite;
import akka.http.javadsl.model.headers.SetCookie;
import akka.http.javadsl.model.headers.WWWAuthenticate;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Who may ask.
 *
 * <ul>
 *   <li>At a loopback address whoever is on this machine, under a name of this machine: another name
 *       in {@code Host} is that of a page which had itself resolved to here (DNS rebinding).
 *   <li>Where there is a token, whoever shows it: as {@code Authorization: Bearer}, in the cookie
 *       that the page sets, or as the parameter {@code token}.
 *   <li>Never a page of another origin, for anything.
 * </ul>
 */
public final class Access {
  /** The parameter that carries the token to the page for the first time. */
  public static final String PARAMETER = "token";

  private static final int SHORTEST_TOKEN = 8;
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
  private static final String BEARER = "bearer ";

  private final boolean loopback;
  private final String host;
  private final Optional<String> token;
  private final String cookieName;

  private Access(boolean loopback, String host, Optional<String> token, int port) {
    this.loopback = loopback;
    this.host = host.toLowerCase(Locale.ROOT);
    this.token = token;
    // Cookies are shared by all ports of a host, and two programs may run there.
    this.cookieName = "analognets-" + port;
  }

  /**
   * Access to what is served at a host and port.
   *
   * @throws IllegalArgumentException when the token is missing where others could come, or is too
   *     short or can't be part of an address
   * @throws UnknownHostException when the host has no address
   */
  public static Access at(String host, int port, Optional<String> token)
      throws UnknownHostException {
    boolean loopback = InetAddress.getByName(host).isLoopbackAddress();
    if (!loopback && token.isEmpty()) {
      throw new IllegalArgumentException(
          "--host " + host + " lets other machines in, so --token is needed; choose any secret");
    }
    token.ifPresent(Access::check);
    return new Access(loopback, host, token, port);
  }

  private static void check(String token) {
    if (!token.matches("[A-Za-z0-9._~-]{" + SHORTEST_TOKEN + ",}")) {
      throw new IllegalArgumentException(
          "--token: take at least " + SHORTEST_TOKEN + " letters, digits, dots, dashes or tildes");
    }
  }

  /** The answer to a request that may not be served; nothing where it may. */
  public Optional<HttpResponse> refusal(HttpRequest request) {
    if (foreignHost(request)) {
      return refuse(StatusCodes.MISDIRECTED_REQUEST, "this program is not at that host name\n");
    }
    if (foreignOrigin(request)) {
      return refuse(StatusCodes.FORBIDDEN, "requests of other sites are refused\n");
    }
    if (token.isPresent() && !shown(request)) {
      return refuse(
              StatusCodes.UNAUTHORIZED,
              "a token is needed: open the address that the program printed, with ?token=...\n")
          .map(
              response ->
                  response.addHeader(
                      WWWAuthenticate.create(HttpChallenge.create("Bearer", "analognets"))));
    }
    return Optional.empty();
  }

  private static Optional<HttpResponse> refuse(StatusCode status, String why) {
    return Optional.of(HttpResponse.create().withStatus(status).withEntity(why));
  }

  private boolean foreignHost(HttpRequest request) {
    if (!loopback) {
      return false; // the token's cookie belongs to the true name
    }
    String name =
        request
            .getHeader(Host.class)
            .map(header -> header.host().address().toLowerCase(Locale.ROOT))
            .orElse("");
    return !OWN_NAMES.contains(name) && !name.equals(host);
  }

  private static boolean foreignOrigin(HttpRequest request) {
    Optional<String> origin = request.getHeader("Origin").map(HttpHeader::value);
    if (origin.isEmpty()) {
      return false; // no page: browsers send it with every POST and WebSocket
    }
    String own = request.getHeader(Host.class).map(HttpHeader::value).orElse("");
    return !origin.get().replaceFirst("^https?://", "").equalsIgnoreCase(own);
  }

  private boolean shown(HttpRequest request) {
    return inHeader(request) || inParameter(request) || inCookie(request);
  }

  private boolean inHeader(HttpRequest request) {
    String value = request.getHeader(Authorization.class).map(HttpHeader::value).orElse("");
    return value.toLowerCase(Locale.ROOT).startsWith(BEARER)
        && same(value.substring(BEARER.length()));
  }

  /** Whether the token is in the address, where the page should not leave it. */
  public boolean inParameter(HttpRequest request) {
    return request.getUri().query().get(PARAMETER).filter(this::same).isPresent();
  }

  private boolean inCookie(HttpRequest request) {
    return StreamSupport.stream(request.getHeaders().spliterator(), false)
        .filter(Cookie.class::isInstance)
        .flatMap(
            header -> StreamSupport.stream(((Cookie) header).getCookies().spliterator(), false))
        .filter(pair -> pair.name().equals(cookieName))
        .map(HttpCookiePair::value)
        .anyMatch(this::same);
  }

  private boolean same(String shown) {
    return token.isPresent()
        && MessageDigest.isEqual(
            token.get().getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  /** The header that has a browser keep the token; nothing where there is none. */
  public Optional<HttpHeader> cookie() {
    return token.map(
        secret ->
            SetCookie.create(
                HttpCookie.create(cookieName, secret)
                    .withPath("/")
                    .withHttpOnly(true)
                    .withSameSite(SameSite.Lax)));
  }

  /** What follows the page's address so that it opens. */
  public String query() {
    return token.map(secret -> "?" + PARAMETER + "=" + secret).orElse("");
  }
}
