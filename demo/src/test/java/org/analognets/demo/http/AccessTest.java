package org.analognets.demo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.Authorization;
import akka.http.javadsl.model.headers.Cookie;
import akka.http.javadsl.model.headers.Host;
import akka.http.javadsl.model.headers.RawHeader;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private static final String SECRET = "open-sesame";

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "::1"})
  void thisMachineIsServedUnderItsOwnNames(String name) throws Exception {
    assertThat(local().refusal(request(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "10.0.0.1"})
  void anotherNameThatLeadsHereIsRefused(String name) throws Exception {
    assertThat(status(local(), request(name))).isEqualTo(421);
  }

  @Test
  void aRequestWithoutHostIsRefused() throws Exception {
    assertThat(status(local(), HttpRequest.create("/"))).isEqualTo(421);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example", "http://127.0.0.1:9999", "null", "http://localhost:8080"})
  void aPageOfAnotherOriginIsRefused(String origin) throws Exception {
    HttpRequest foreign = request("127.0.0.1").addHeader(RawHeader.create("Origin", origin));
    assertThat(status(local(), foreign)).isEqualTo(403);
  }

  @Test
  void theOwnPageIsServed() throws Exception {
    HttpRequest own =
        request("127.0.0.1").addHeader(RawHeader.create("Origin", "http://127.0.0.1:8080"));
    assertThat(local().refusal(own)).isEmpty();
  }

  @Test
  void withATokenWhoeverShowsItIsServed() throws Exception {
    HttpRequest bare = request("machine.local");
    assertThat(status(open(), bare)).isEqualTo(401);
    assertThat(open().refusal(bare.addHeader(Authorization.oauth2(SECRET)))).isEmpty();
    assertThat(open().refusal(bare.addHeader(Cookie.create("analognets-8080", SECRET)))).isEmpty();
    assertThat(open().refusal(bare.withUri("/?token=" + SECRET))).isEmpty();
  }

  @Test
  void aWrongTokenIsRefusedWhereverItStands() throws Exception {
    HttpRequest bare = request("machine.local");
    assertThat(status(open(), bare.addHeader(Authorization.oauth2("open-sesamE")))).isEqualTo(401);
    assertThat(status(open(), bare.addHeader(Authorization.basic("u", SECRET)))).isEqualTo(401);
    assertThat(status(open(), bare.addHeader(Cookie.create("analognets-8081", SECRET))))
        .isEqualTo(401);
    assertThat(status(open(), bare.withUri("/?token="))).isEqualTo(401);
  }

  @Test
  void aTokenHoldsOnThisMachineToo() throws Exception {
    Access guarded = Access.at("127.0.0.1", 8080, Optional.of(SECRET));
    assertThat(status(guarded, request("127.0.0.1"))).isEqualTo(401);
    assertThat(status(guarded, request("evil.example").addHeader(Authorization.oauth2(SECRET))))
        .isEqualTo(421);
  }

  @Test
  void otherMachinesNeedAToken() {
    assertThatThrownBy(() -> Access.at("0.0.0.0", 8080, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("0.0.0.0", "--token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "with space", "a;b=c;d=e", "slash/slash"})
  void aTokenThatIsShortOrFitsNoAddressIsRefused(String token) {
    assertThatThrownBy(() -> Access.at("127.0.0.1", 8080, Optional.of(token)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--token");
  }

  @Test
  void theCookieCanBeReadByNoScript() throws Exception {
    assertThat(open().cookie().orElseThrow().value())
        .contains("analognets-8080=" + SECRET, "HttpOnly", "SameSite=Lax");
    assertThat(local().cookie()).isEmpty();
  }

  private static Access local() throws UnknownHostException {
    return Access.at("127.0.0.1", 8080, Optional.empty());
  }

  private static Access open() throws UnknownHostException {
    return Access.at("0.0.0.0", 8080, Optional.of(SECRET));
  }

  private static HttpRequest request(String host) {
    return HttpRequest.create("/").addHeader(Host.create(host, 8080));
  }

  private static int status(Access access, HttpRequest request) {
    return access.refusal(request).map(HttpResponse::status).orElseThrow().intValue();
  }
}
